import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';
import { formatPoints } from '../../../../../types/points';
import type { PassbookCover } from '../../../../../types/routes';
import { Card } from '../../../../components/Card';
import { CheckBox } from '../../../../components/CheckBox';
import { Choice } from '../../../../components/Choice';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { EmptyState } from '../../../../components/EmptyState';
import { ErrorState } from '../../../../components/ErrorState';
import { Facts } from '../../../../components/Facts';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { QuietButton } from '../../../../components/QuietButton';
import { Skeleton } from '../../../../components/Skeleton';
import { ThumbBar } from '../../../../components/ThumbBar';
import { Frame } from '../../../../frame/Frame';
import { showTab } from '../../../../goTo';
import { HomeStore } from '../../../../holder/homeStore';
import { kindNames } from '../../../../names';
import { useStore } from '../../../../root';
import { usePageStore } from '../../../../usePageStore';
import { wordsFor } from '../../../../words';
import styles from './close.module.scss';
import { CloseStore } from './closeStore';

/** 销户: ends the open passbook for good; what is left goes to the branch, or it stays open. */
export default observer(function ClosePage() {
  const store = usePageStore(CloseStore);
  const home = useStore(HomeStore);
  useEffect(() => void home.load(), [home]);

  const cover = home.current?.cover;
  const close = async () => {
    if (!cover) return;
    await store.close(cover);
    await home.load();
  };
  if (home.home && !cover)
    return (
      <Frame>
        <EmptyState icon="passbook" title="还没有存折" detail="没有开户，也就不用销户。" />
      </Frame>
    );
  if (!cover)
    return (
      <Frame>
        {home.error === null && <Skeleton shape="card" />}
        {home.error !== null && <ErrorState words={wordsFor(home.error)} onRetry={() => void home.load()} />}
      </Frame>
    );
  if (cover.status === 'closed')
    return (
      <Frame>
        <EmptyState
          icon="passbook"
          title="这本存折已经销户"
          detail={
            store.closed && store.closed.donated > 0
              ? `余下的 ${formatPoints(store.closed.donated)} 分捐给了${cover.branchName}，谢谢您。折上的明细仍可以看。`
              : '折上的明细仍可以看。'
          }
        >
          <QuietButton onPress={() => showTab('passbook')}>看存折</QuietButton>
        </EmptyState>
      </Frame>
    );
  return (
    <Frame>
      <Card title="您要销的是这一本">
        <Facts
          facts={[
            { name: '户名', value: `${cover.name}　${kindNames[cover.kind]}` },
            { name: '存折', value: cover.id },
            { name: '余额', value: `${formatPoints(cover.balance)} 分` },
          ]}
        />
      </Card>
      <WhatHappens store={store} cover={cover} />
      <ThumbBar>
        <PrimaryButton isDisabled={!store.mayGoOn(cover.balance)} onPress={() => store.ask()}>
          销户
        </PrimaryButton>
      </ThumbBar>
      <ConfirmSheet
        isOpen={store.isAsking}
        title={
          cover.balance > 0 ? `捐出 ${formatPoints(cover.balance)} 分，并销掉这本存折？` : '销掉这本存折？'
        }
        confirmWords="销户"
        isBusy={store.closing.isBusy}
        isDisabled={!store.isUnderstood}
        onConfirm={() => void close()}
        onCancel={() => store.leave()}
      >
        <CheckBox
          label="我明白：销户以后不能恢复，也不能再存取。"
          isChecked={store.isUnderstood}
          onChange={(isUnderstood) => store.understand(isUnderstood)}
        />
        {store.closing.error !== null && <ErrorState words={wordsFor(store.closing.error)} />}
      </ConfirmSheet>
    </Frame>
  );
});

const WhatHappens = observer(function WhatHappens({
  store,
  cover: { balance, branchName },
}: {
  store: CloseStore;
  cover: PassbookCover;
}) {
  const points = formatPoints(balance);
  return (
    <>
      <Card title="销户以后">
        <View className={styles.line}>不能再签到、得分和兑换，也不能恢复。</View>
        <View className={styles.line}>印过的明细一行不少，您仍可以看。</View>
        <View className={styles.line}>没领的兑换单、没结束的活动，请先办完再来。</View>
      </Card>
      {balance > 0 && (
        <Card title={`余下的 ${points} 分怎么办？`}>
          <Choice
            label="余下的积分"
            layout="column"
            options={[
              {
                value: 'donate',
                label: '捐给本所',
                detail: `${points} 分全部捐给${branchName}，存折上印一行“捐出”。`,
              },
              { value: 'keep', label: '我要先兑换用掉', detail: '那就先不销户，用完再来。' },
            ]}
            value={store.donates === null ? null : store.donates ? 'donate' : 'keep'}
            onChange={(value) => store.choose(value === 'donate')}
          />
        </Card>
      )}
    </>
  );
});
