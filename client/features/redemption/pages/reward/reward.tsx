import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';
import { formatPoints } from '../../../../../types/points';
import type { RewardCard } from '../../../../../types/routes';
import { Card } from '../../../../components/Card';
import { EmptyState } from '../../../../components/EmptyState';
import { ErrorState } from '../../../../components/ErrorState';
import { Facts } from '../../../../components/Facts';
import { Skeleton } from '../../../../components/Skeleton';
import { Frame } from '../../../../frame/Frame';
import { scrollToTop } from '../../../../frame/scrollToTop';
import { HomeStore } from '../../../../holder/homeStore';
import { useBranch } from '../../../../holder/useBranch';
import { useStore } from '../../../../root';
import { wordsFor } from '../../../../words';
import { CatalogueStore } from '../../catalogueStore';
import { rewardKindNames } from '../../rewardKindNames';
import { Reserve } from './Reserve';
import { ReserveStore } from './reserveStore';
import styles from './reward.module.scss';

/** 兑换品: one reward, how many of it, and the button. Param: id. */
export default observer(function RewardPage() {
  const store = useStore(CatalogueStore);
  const home = useStore(HomeStore);
  const reserving = useStore(ReserveStore);
  const { id = '' } = useRouter().params;
  const branch = useBranch((branchId) => store.load(branchId), true);

  const reward = store.find(id);
  const error = branch.error ?? store.error;
  const reread = () => {
    scrollToTop();
    void branch.refresh();
  };
  useEffect(() => reserving.forget(), [id]);

  return (
    <Frame>
      {reserving.error !== null && <ErrorState words={wordsFor(reserving.error)} />}
      {error !== null && reserving.error === null && (
        <ErrorState words={wordsFor(error)} onRetry={() => void branch.refresh()} />
      )}
      {!store.rewards && error === null && <Skeleton shape="card" count={3} />}
      {store.rewards && !reward && (
        <EmptyState icon="gift" title="这件现在不能兑换" detail="它不在现行积分标准里。请返回看看别的。" />
      )}
      {reward && (
        <>
          <RewardDetail reward={reward} />
          <Reserve store={reserving} home={home} reward={reward} onRefused={reread} />
        </>
      )}
    </Frame>
  );
});

function RewardDetail({ reward }: { reward: RewardCard }) {
  const { name, lot, kind, providerName, onHand, points, description } = reward;
  return (
    <Card>
      <View className={styles.name}>{name}</View>
      <View className={styles.price}>
        <View className={styles.figure}>{formatPoints(points)}</View> 分 / {lot}
      </View>
      {description !== '' && <View className={styles.description}>{description}</View>}
      <Facts
        facts={[
          { name: kind === 'goods' ? '在哪里领' : '在哪里用', value: providerName },
          { name: '种类', value: rewardKindNames[kind] },
          { name: '还有', value: onHand > 0 ? `${onHand} 份，每份 ${lot}` : '已经兑完，等补货' },
        ]}
      />
    </Card>
  );
}
