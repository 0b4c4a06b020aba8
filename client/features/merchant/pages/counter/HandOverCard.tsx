import { View } from '@tarojs/components';
import { shanghai } from '../../../../../types/day';
import { formatPoints } from '../../../../../types/points';
import type { HandOver } from '../../../../../types/routes';
import { spoken } from '../../../../components/spoken';
import styles from './HandOverCard.module.scss';

/** What to hand over, and to whom, in words that are read at arm's length. */
export function HandOverCard({ what }: { what: HandOver }) {
  const { rewardName, lot, lots, points, name, passbookId, placedAt } = what;
  return (
    <View className={styles.card} {...spoken('status')}>
      <View className={styles.ask}>请把这些交给顾客</View>
      <View className={styles.goods}>
        {rewardName} {lot}
      </View>
      <View className={styles.lots}>×{lots}</View>
      <View className={styles.line}>
        <View className={styles.name}>{name}</View>
        <View className={styles.points}>{formatPoints(points)} 分</View>
      </View>
      <View className={styles.detail}>{passbookId}</View>
      <View className={styles.detail}>{shanghai(placedAt).format('M月D日 HH:mm')} 兑换</View>
    </View>
  );
}
