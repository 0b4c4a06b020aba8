import { View } from '@tarojs/components';
import { type Day, shanghai, startOfDay } from '../../../../../types/day';
import { Card } from '../../../../components/Card';
import { Pill } from '../../../../components/Pill';
import { QuietButton } from '../../../../components/QuietButton';
import { RateDifference } from '../../../../components/RateDifference';
import { agreedWords } from '../../../../council/agreementWords';
import { PartyCounts } from '../../../../council/PartyCounts';
import { averageStars } from '../../../../council/starWords';
import { goTo } from '../../../../goTo';
import type { PastCard } from '../../historyStore';
import styles from './PastCardPlate.module.scss';

const pills = {
  coming: <Pill tone="waiting">公示中</Pill>,
  inForce: <Pill tone="good">现在执行</Pill>,
  past: <Pill tone="plain">已换新</Pill>,
};

const dayWords = (day: Day) => shanghai(startOfDay(day)).format('YYYY年M月D日');

/** One card in a few lines: since when, by whom, what it changed, what people think of it. */
export function PastCardPlate({ past }: { past: PastCard }) {
  const { card, state, changes, isFirst } = past;
  const { branchId, version, review } = card;
  const to = { branchId, version: String(version) };
  return (
    <Card title={`第 ${version} 号`} aside={pills[state]}>
      <View className={styles.date}>{dayWords(card.effectiveOn)}起执行</View>
      <View className={styles.agreed}>{agreedWords(card)}</View>
      {card.agreement && <PartyCounts agreement={card.agreement} />}
      <View className={styles.changes}>
        <View className={styles.head}>{isFirst ? '第一号标准，这样开始' : '改了什么'}</View>
        <RateDifference changes={changes} isFirst={isFirst} />
        {changes.length === 0 && <View className={styles.none}>积分和兑换都没有变，只改了说明。</View>}
      </View>
      <View className={styles.buttons}>
        <QuietButton look="text" onPress={() => goTo('rates', to)}>
          {`看第 ${version} 号全文`}
        </QuietButton>
        {state !== 'coming' && (
          <QuietButton look="text" onPress={() => goTo('review', to)}>
            {review ? `★ ${averageStars(review) ?? ''}，${review.count} 人评` : '还没有人评'}
          </QuietButton>
        )}
      </View>
    </Card>
  );
}
