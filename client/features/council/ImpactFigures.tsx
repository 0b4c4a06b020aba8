import { View } from '@tarojs/components';
import type { Impact } from '../../../types/routes';
import { classes } from '../../components/classes';
import { formatPoints } from '../../../types/points';
import { Bar } from './Bar';
import { goodsCost, groupFigures, shareWords, yuanWords } from './impactFigures';
import styles from './ImpactPlate.module.scss';

/** Stock that lasts so many weeks fills its bar; below a few it runs out before the next meeting. */
const PLENTY_WEEKS = 12;
const SCARCE_WEEKS = 4;
const YEAR_WEEKS = 52;

/** What a draft would have done: what is issued and what it costs, who gains and loses, what runs out. */
export function ImpactFigures({ impact }: { impact: Impact }) {
  const { issued, redeemed, outstanding, stockWorth, deeds } = impact;
  const cost = goodsCost(impact);
  const { changed, same } = groupFigures(impact);
  const most = Math.max(...changed.map(({ before, after }) => Math.abs(after - before)), 1);
  const rewards = impact.rewards.filter(
    ({ lots, before, after }) => lots > 0 && (after !== null || before > 0),
  );
  return (
    <View>
      <BeforeAndAfter
        name="发出积分"
        before={issued.before}
        after={issued.after}
        words={(points) => `${formatPoints(points)} 分`}
        share={shareWords(issued.before, issued.after)}
      />
      {cost && (
        <BeforeAndAfter
          name="物资成本"
          before={cost.before}
          after={cost.after}
          words={yuanWords}
          share={`${cost.after < cost.before ? '−' : '+'}${yuanWords(cost.after - cost.before)}`}
          note="这些积分照大家的换法全换成东西，要花多少钱。"
        />
      )}
      <View className={styles.chapter}>谁多了，谁少了</View>
      {changed.map(({ name, before, after }) => (
        <View key={name} className={styles.figure}>
          <View className={styles.head}>
            <View className={styles.name}>{name}</View>
            <Delta change={after - before} />
          </View>
          <Bar
            share={Math.abs(after - before) / most}
            colour={after > before ? 'green' : 'vermilion'}
            value={`${formatPoints(before)} → ${formatPoints(after)} 分`}
          />
        </View>
      ))}
      <View className={styles.note}>{sameWords(deeds, changed.length, same)}</View>
      {rewards.length > 0 && <View className={styles.chapter}>东西够换多久</View>}
      {rewards.map(({ rewardId, name, lot, lots, onHand, weeksOfStock }) => (
        <View key={rewardId} className={styles.figure}>
          <View className={styles.head}>
            <View className={styles.name}>{`${name} ${lot}`}</View>
          </View>
          <Bar
            share={(weeksOfStock ?? 0) / PLENTY_WEEKS}
            colour={(weeksOfStock ?? 0) < SCARCE_WEEKS ? 'vermilion' : 'gold'}
            value={weeksWords(weeksOfStock ?? 0)}
          />
          <View className={styles.note}>{`90 天换走 ${lots} 份，库存 ${onHand} 份。`}</View>
        </View>
      ))}
      <View className={styles.chapter}>另外</View>
      <View className={styles.note}>
        {`换走的东西原来 ${formatPoints(redeemed.before)} 分，照新标准 ${formatPoints(redeemed.after)} 分。` +
          `大家手里共有 ${formatPoints(outstanding)} 分，库存照新标准值 ${formatPoints(stockWorth)} 分。`}
      </View>
    </View>
  );
}

interface BeforeAndAfterProps {
  name: string;
  before: number;
  after: number;
  words: (amount: number) => string;
  share: string;
  note?: string;
}

function BeforeAndAfter({ name, before, after, words, share, note }: BeforeAndAfterProps) {
  const most = Math.max(before, after, 1);
  return (
    <View className={styles.figure}>
      <View className={styles.head}>
        <View className={styles.name}>{name}</View>
        <View className={styles.delta}>{before === after ? '不变' : share}</View>
      </View>
      <Bar label="现在" share={before / most} colour="gold" value={words(before)} />
      <Bar label="新标准" share={after / most} colour="vermilion" value={words(after)} />
      {note && <View className={styles.note}>{note}</View>}
    </View>
  );
}

function Delta({ change }: { change: number }) {
  return (
    <View className={classes(styles.delta, change > 0 ? styles.more : styles.less)}>
      {`${formatPoints(change, true)} 分`}
    </View>
  );
}

function sameWords(deeds: number, changed: number, same: number): string {
  if (deeds === 0) return '这 90 天还没有人得分，比不出来。';
  if (changed === 0) return '得分都和现在一样。';
  return same > 0 ? `其余 ${same} 类得分不变。` : '';
}

/** `只够 2.5 周`, `够 5.1 周`, `够一年以上` */
function weeksWords(weeks: number): string {
  if (weeks > YEAR_WEEKS) return '够一年以上';
  return `${weeks < SCARCE_WEEKS ? '只够' : '够'} ${weeks} 周`;
}
