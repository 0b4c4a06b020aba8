import { View } from '@tarojs/components';
import type { RateChange } from '../../types/rateDifference';
import { changeWords, subjectWords } from '../rateWords';
import { classes } from './classes';
import styles from './RateDifference.module.scss';

interface RateDifferenceProps {
  changes: readonly RateChange[];
  /** A branch's first card: all of it is new, which need not be said of each line. */
  isFirst?: boolean;
}

/** What changes from one rate card to the next, old → new. */
export function RateDifference({ changes, isFirst = false }: RateDifferenceProps) {
  return (
    <View>
      {changes.map((change) => {
        const subject = subjectWords(change.what);
        const { from, to } = changeWords(change);
        return (
          <View key={`${subject}${to}`} className={styles.line}>
            <View className={styles.subject}>{subject}</View>
            <View className={styles.values}>
              {from === null && !isFirst && <View className={styles.arrow}>新增</View>}
              {from !== null && <View className={styles.from}>{from}</View>}
              {from !== null && <View className={styles.arrow}>→</View>}
              <View className={classes(styles.to, change.to === null && styles.gone)}>{to}</View>
            </View>
          </View>
        );
      })}
    </View>
  );
}
