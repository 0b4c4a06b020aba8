import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { formatPoints, type Points } from '../../types/points';
import { classes } from './classes';
import { PointsText } from './PointsText';
import { spoken } from './spoken';
import styles from './PassbookPage.module.scss';

/** A line as it is printed; the words are the feature's. */
export interface PageLine {
  id: string;
  /** `11.08` */
  date: string;
  summary: string;
  detail?: string;
  points: Points;
  balance: Points;
  /** Answered by a later line that takes it back. */
  isReversed?: boolean;
}

interface PassbookPageProps {
  pageNo: number;
  /** What was carried forward from the page before. */
  opening: Points;
  lines: PageLine[];
  /** The rate card in force, `积分标准 第 4 号`, and where it is shown. */
  rateCard?: string;
  onRateCard?: () => void;
  /** A Seal, put where the last line ends. */
  seal?: ReactNode;
  /** The line that came in just now: it is printed before the reader's eyes. */
  freshLineId?: string;
  onLine?: (lineId: string) => void;
}

/** Cream ruled paper with printed lines. Nothing else in the app imitates paper. */
export function PassbookPage(props: PassbookPageProps) {
  const { pageNo, opening, lines, rateCard, onRateCard, seal, freshLineId, onLine } = props;
  return (
    <View className={styles.page}>
      <View className={styles.head}>
        <Text>第 {pageNo} 页</Text>
        {rateCard && (
          <View
            className={classes(styles.rateCard, onRateCard && styles.link)}
            {...(onRateCard ? { ...spoken('button'), onClick: onRateCard } : {})}
          >
            {rateCard}
            {onRateCard ? ' ›' : ''}
          </View>
        )}
      </View>
      <View className={classes(styles.row, styles.columns)}>
        <Text className={styles.date}>日期</Text>
        <Text className={styles.summary}>摘要</Text>
        <Text className={styles.amount}>存 / 支</Text>
        <Text className={styles.balance}>余额</Text>
      </View>
      <View className={styles.row}>
        <View className={styles.date} />
        <View className={styles.summary}>{pageNo > 1 ? '承前页' : '开户'}</View>
        <View className={styles.carried}>{formatPoints(opening)}</View>
      </View>
      {lines.map((line) => (
        <View
          key={line.id}
          className={classes(styles.row, line.id === freshLineId && styles.fresh)}
          {...(onLine ? { ...spoken('button'), onClick: () => onLine(line.id) } : {})}
        >
          <View className={styles.date}>{line.date}</View>
          <View className={styles.summary}>
            <Text className={line.isReversed ? styles.reversed : ''}>{line.summary}</Text>
            {(line.detail || line.isReversed) && (
              <View className={styles.detail}>
                {[line.isReversed && '已冲正', line.detail].filter(Boolean).join(' · ')}
              </View>
            )}
          </View>
          <View className={styles.amount}>
            <PointsText points={line.points} signed bare />
          </View>
          <Balance points={line.balance} />
        </View>
      ))}
      {seal && <View className={styles.seal}>{seal}</View>}
    </View>
  );
}

function Balance({ points }: { points: Points }) {
  return (
    <View className={styles.balance}>
      <Text className={styles.balanceWord}>余额 </Text>
      {formatPoints(points)}
    </View>
  );
}
