import { View } from '@tarojs/components';
import { CATEGORIES, type EarningRule } from '../../../types/entities';
import { formatPoints } from '../../../types/points';
import type { PublicRateCard } from '../../../types/routes';
import { Card } from '../../components/Card';
import { type RecordColumn, RecordTable } from '../../components/RecordTable';
import { earningWords, kindsWords } from '../../earningWords';
import { categoryNames } from '../../names';
import styles from './RateCardSheet.module.scss';

type Price = PublicRateCard['prices'][number] & { id: string };

const priceColumns: RecordColumn<Price>[] = [
  { head: '兑换品', part: 'title', share: 3, cell: ({ name, lot }) => `${name} ${lot}` },
  { head: '在哪里领', part: 'detail', share: 3, cell: ({ providerName }) => providerName },
  {
    head: '一份要多少分',
    part: 'mark',
    share: 2,
    cell: ({ points }) => <View className={styles.points}>{formatPoints(points)} 分</View>,
  },
];

/** All that a rate card says: what a deed earns, and what a reward costs. */
export function RateCardSheet({ card }: { card: PublicRateCard }) {
  return (
    <>
      {card.explanation && (
        <Card title="说明">
          <View className={styles.explanation}>{card.explanation}</View>
        </Card>
      )}
      <View className={styles.cards}>
        {CATEGORIES.map((category) => {
          const rules = card.earning.filter((rule) => rule.category === category);
          return (
            rules.length > 0 && (
              <Card key={category} title={categoryNames[category]}>
                {rules.map((rule) => (
                  <Rule key={rule.id} rule={rule} />
                ))}
              </Card>
            )
          );
        })}
      </View>
      <Card title="兑换">
        {card.prices.length === 0 && <View>这一号还没有定价的兑换品。</View>}
        <RecordTable
          columns={priceColumns}
          records={card.prices.map((price) => ({ ...price, id: price.rewardId }))}
        />
      </Card>
    </>
  );
}

/** What one rule pays, in as many lines as it has levels. */
function Rule({ rule }: { rule: EarningRule }) {
  const whom = kindsWords(rule.kinds);
  return earningWords(rule).map((words) => (
    <View key={words} className={styles.line}>
      <View className={styles.words}>{words}</View>
      {whom && <View className={styles.aside}>{whom}</View>}
    </View>
  ));
}
