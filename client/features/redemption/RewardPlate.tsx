import { View } from '@tarojs/components';
import { formatPoints, type Points } from '../../../types/points';
import type { RewardCard } from '../../../types/routes';
import { Card } from '../../components/Card';
import { Pill } from '../../components/Pill';
import { missingFor } from './catalogueStore';
import { rewardKindNames } from './rewardKindNames';
import styles from './RewardPlate.module.scss';

interface RewardPlateProps {
  reward: RewardCard;
  available: Points | null;
  onPress: () => void;
}

/** One reward of the catalogue: what, for how many points, where, and whether it can be had. */
export function RewardPlate({ reward, available, onPress }: RewardPlateProps) {
  const { name, lot, points, kind, providerName } = reward;
  return (
    <Card onPress={onPress}>
      <View className={styles.top}>
        <View className={styles.name}>
          {name}　{lot}
        </View>
        <View className={styles.price}>{formatPoints(points)} 分</View>
      </View>
      <View className={styles.foot}>
        <View className={styles.where}>
          {rewardKindNames[kind]} · {providerName}
        </View>
        <Standing reward={reward} available={available} />
      </View>
    </Card>
  );
}

function Standing({ reward, available }: Pick<RewardPlateProps, 'reward' | 'available'>) {
  const missing = missingFor(reward, available);
  if (reward.onHand === 0) return <Pill tone="plain">已兑完</Pill>;
  if (missing > 0) return <Pill tone="waiting">{`还差 ${formatPoints(missing)} 分`}</Pill>;
  if (available !== null) return <Pill tone="good">{`够兑，还有 ${reward.onHand} 份`}</Pill>;
  return <Pill tone="plain">{`还有 ${reward.onHand} 份`}</Pill>;
}
