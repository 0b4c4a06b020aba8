import { View } from '@tarojs/components';
import type { ClosingRow } from '../../../../../../types/closing';
import { closingFigures, inTransitFigure } from '../../../../../books/closingFigures';
import { ClosingSheet } from '../../../../../books/ClosingSheet';
import { classes } from '../../../../../components/classes';
import { Pill } from '../../../../../components/Pill';
import { Stamp } from '../../../../../components/Stamp';
import { datedWords } from '../../../../../dayWords';
import { restOfHash, shortHash } from '../../../../../shortHash';
import styles from './ClosingTable.module.scss';
import { Differences } from './Differences';

interface ClosingTableProps {
  closings: readonly ClosingRow[];
  /** Leads the street to replaying the books; others ask the street. */
  onAudit?: () => void;
}

const HEADS = ['承前', '发放', '兑换', '其他进出', '结余', '其中冻结', '在途'];

/** Closings, newest first: a table on a PC, a plate a day on a phone. */
export function ClosingTable({ closings, onAudit }: ClosingTableProps) {
  return (
    <View className={styles.table}>
      <View className={styles.head} aria-hidden="true">
        <View>日期</View>
        {HEADS.map((head) => (
          <View key={head} className={styles.atRight}>
            {head}
          </View>
        ))}
      </View>
      {closings.map((closing) => {
        const wrong = closing.differences.length;
        return (
          <View key={closing._id} className={classes(styles.row, wrong > 0 && styles.alarm)}>
            <View className={styles.day}>
              <View className={styles.date}>{datedWords(closing.day)}</View>
              {wrong === 0 ? <Stamp>账平</Stamp> : <Pill tone="refused">{`${wrong} 处不符`}</Pill>}
            </View>
            <ClosingSheet
              look="row"
              figures={[...closingFigures(closing), inTransitFigure(closing.inTransit)]}
            />
            {wrong > 0 && (
              <View className={styles.whole}>
                <Differences differences={closing.differences} onAudit={onAudit} />
              </View>
            )}
            <View className={classes(styles.whole, styles.hash)}>
              公布码 {shortHash(closing.hash)} {restOfHash(closing.hash)}
            </View>
          </View>
        );
      })}
    </View>
  );
}
