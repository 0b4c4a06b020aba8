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
  /** What a full page carries over to the next one. */
  carriedOver?: Points;
  /** The rate card in force, `积分标准 第 4 号`, and where it is shown. */
  rateCard?: string;
  onRateCard?: () => void;
  /** Leads to the pages before this one. */
  onEarlier?: () => void;
  /** Only so many of the newest lines are in sight, the rest can be unfolded. */
  folded?: { shown: number; onUnfold: () => void };
  /** Said on a page that has no line yet: how the first one comes. */
  emptyWords?: string;
  /** A Seal, put where the last line ends. */
  seal?: ReactNode;
  /** The line that came in just now: it is printed before the reader's eyes. */
  freshLineId?: string;
  onLine?: (lineId: string) => void;
}

/** Cream ruled paper with printed lines. Nothing else in the app imitates paper. */
export function PassbookPage(props: PassbookPageProps) {
  const { pageNo, opening, lines, carriedOver, rateCard, onRateCard, onEarlier, folded, emptyWords, seal } =
    props;
  const firstShown = folded ? Math.max(0, lines.length - folded.shown) : 0;
  const lastFolded = lines[firstShown - 1];
  return (
    <View className={styles.page}>
      <View className={styles.head}>
        <View className={styles.pageNo}>
          <Text>第 {pageNo} 页</Text>
          {onEarlier && <Link words="往前翻" onPress={onEarlier} />}
        </View>
        {rateCard &&
          (onRateCard ? <Link words={`${rateCard} ›`} onPress={onRateCard} /> : <Text>{rateCard}</Text>)}
      </View>
      <View className={classes(styles.row, styles.columns)} aria-hidden="true">
        <Text className={styles.date}>日期</Text>
        <Text className={styles.summary}>摘要</Text>
        <Text className={styles.amount}>存 / 支</Text>
        <Text className={styles.balance}>余额</Text>
      </View>
      {lastFolded && folded ? (
        <View className={styles.row} onClick={folded.onUnfold} {...spoken('button')}>
          <View className={styles.unfold}>本页前 {firstShown} 笔 ▾</View>
          <View className={styles.carried}>{formatPoints(lastFolded.balance)}</View>
        </View>
      ) : (
        <CarriedRow words={pageNo > 1 ? '承前页' : '开户'} points={opening} />
      )}
      {lines.slice(firstShown).map((line) => (
        <LineRow key={line.id} line={line} isFresh={line.id === props.freshLineId} onPress={props.onLine} />
      ))}
      {lines.length === 0 && emptyWords && <View className={styles.empty}>{emptyWords}</View>}
      {carriedOver !== undefined && <CarriedRow words="过次页" points={carriedOver} />}
      {seal && <View className={styles.seal}>{seal}</View>}
    </View>
  );
}

function Link({ words, onPress }: { words: string; onPress: () => void }) {
  return (
    <View className={styles.link} onClick={onPress} {...spoken('button')}>
      {words}
    </View>
  );
}

function CarriedRow({ words, points }: { words: string; points: Points }) {
  return (
    <View className={styles.row}>
      <View className={styles.summary}>{words}</View>
      <View className={styles.carried}>{formatPoints(points)}</View>
    </View>
  );
}

interface LineRowProps {
  line: PageLine;
  isFresh: boolean;
  onPress?: (lineId: string) => void;
}

function LineRow({ line, isFresh, onPress }: LineRowProps) {
  const detail = [line.isReversed && '已冲正', line.detail].filter(Boolean).join(' · ');
  return (
    <View
      className={classes(styles.row, isFresh && styles.fresh)}
      hoverClass={onPress ? styles.pressed : 'none'}
      {...(onPress ? { ...spoken('button'), onClick: () => onPress(line.id) } : {})}
    >
      <View className={styles.date}>{line.date}</View>
      <View className={styles.summary}>
        <Text className={line.isReversed ? styles.reversed : ''}>{line.summary}</Text>
        {detail && <View className={styles.detail}>{detail}</View>}
      </View>
      <View className={styles.amount}>
        <PointsText points={line.points} signed bare />
      </View>
      <View className={styles.balance}>
        <Text className={styles.balanceWord}>余额 </Text>
        {formatPoints(line.balance)}
      </View>
    </View>
  );
}
