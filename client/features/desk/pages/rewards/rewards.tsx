import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { formatPoints } from '../../../../../types/points';
import type { RewardRow } from '../../../../../types/routes';
import { Banner } from '../../../../components/Banner';
import { Card } from '../../../../components/Card';
import { EmptyState } from '../../../../components/EmptyState';
import { Pill } from '../../../../components/Pill';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { QuietButton } from '../../../../components/QuietButton';
import { type RecordColumn, RecordTable } from '../../../../components/RecordTable';
import { useStore } from '../../../../root';
import { NoBranch } from '../../NoBranch';
import { OfficePage } from '../../OfficePage';
import { RewardsStore } from '../../rewardsStore';
import { useOffice } from '../../useOffice';
import { StockSheet } from './StockSheet';
import styles from './rewards.module.scss';

const columns: RecordColumn<RewardRow>[] = [
  { head: '兑换品', part: 'title', share: 4, cell: ({ name, lot }) => `${name} ${lot}` },
  { head: '在哪里领', part: 'detail', share: 3, cell: ({ providerName }) => providerName },
  {
    head: '现行价',
    part: 'mark',
    share: 2,
    cell: ({ points }) =>
      points === null ? (
        <Pill tone="waiting">未定价</Pill>
      ) : (
        <View className={styles.price}>{formatPoints(points)} 分</View>
      ),
  },
  { head: '在库', part: 'figure', share: 1, cell: ({ stock }) => stock.onHand },
  { head: '冻结', part: 'figure', share: 1, cell: ({ stock }) => stock.held },
  { head: '已领', part: 'figure', share: 1, cell: ({ stock }) => stock.handedOver },
];

/** 兑换品与库存: what can be had, and how much of it is there. */
export default observer(function RewardsPage() {
  const store = useStore(RewardsStore);
  const { workplace, branchId, isKnown, reload } = useOffice((id) => store.load(id));
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));

  const { rewards, entered } = store;
  const isManager = workplace.isManagerAt(branchId);
  const open = (page: string) =>
    void Taro.navigateTo({ url: `/features/desk/pages/${page}/${page}?branchId=${branchId ?? ''}` });
  const actions: RecordColumn<RewardRow> = {
    head: '办理',
    part: 'actions',
    share: 3,
    cell: (row) => (
      <>
        <QuietButton look="text" onPress={() => store.askAbout(row, 'received')}>
          入库
        </QuietButton>
        {row.stock.onHand > 0 && (
          <QuietButton look="text" onPress={() => store.askAbout(row, 'writtenOff')}>
            报损
          </QuietButton>
        )}
      </>
    ),
  };
  return (
    <OfficePage
      look="records"
      isLoading={branchId ? !rewards : !isKnown}
      error={workplace.loading.error ?? store.loading.error}
      onRetry={() => void reload()}
      thumb={
        rewards && isManager && <PrimaryButton onPress={() => open('newReward')}>新增兑换品</PrimaryButton>
      }
    >
      {!branchId && <NoBranch isStreet={workplace.isStreet} />}
      {branchId && rewards && (
        <>
          {entered && (
            <Banner tone="good">
              {`${entered.name}${entered.kind === 'received' ? '入库' : '报损'} ${entered.lots} 份，现在在库 ${entered.onHand} 份。`}
            </Banner>
          )}
          {store.hasUnpriced && (
            <Banner
              tone="waiting"
              actionWords={isManager ? '去定价' : undefined}
              onAction={isManager ? () => open('rates') : undefined}
            >
              未定价的还不能兑换，要写进积分标准才行。
            </Banner>
          )}
          {rewards.length === 0 ? (
            <EmptyState
              icon="gift"
              title="还没有兑换品"
              detail="先新增兑换品，再入库，最后写进积分标准定价，居民就能兑换了。"
            />
          ) : (
            <Card title={workplace.branchName(branchId)}>
              <RecordTable columns={isManager ? [...columns, actions] : columns} records={rewards} />
              <View className={styles.note}>“冻结”是居民已经兑换、还没来领的。</View>
            </Card>
          )}
        </>
      )}
      <StockSheet store={store} />
    </OfficePage>
  );
});
