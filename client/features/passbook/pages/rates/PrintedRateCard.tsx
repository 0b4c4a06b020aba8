import { View } from '@tarojs/components';
import { shanghai, startOfDay } from '../../../../../types/day';
import { CATEGORIES, type Category, type EarningRule } from '../../../../../types/entities';
import { formatPoints } from '../../../../../types/points';
import type { PublicRateCard } from '../../../../../types/routes';
import { QuietButton } from '../../../../components/QuietButton';
import { Seal } from '../../../../components/Seal';
import { earningWords, kindsWords } from '../../../../earningWords';
import { categoryNames } from '../../../../names';
import { agreedWords } from '../../../../council/agreementWords';
import { PartyCounts } from '../../../../council/PartyCounts';
import { shortHash } from '../../../../shortHash';
import { sealWords } from '../../../../sealWords';
import styles from './PrintedRateCard.module.scss';

interface PrintedRateCardProps {
  card: PublicRateCard;
  /** Shows the card before this one; the first one has none. */
  onEarlier?: () => void;
  /** Leads to where cards are talked over. */
  onCouncil: () => void;
  /** Keeps the card as a picture, for the notice board. */
  onPicture: () => void;
}

/** The rate card as printed inside the passbook: what each class of deed earns, what each reward costs. */
export function PrintedRateCard({ card, onEarlier, onCouncil, onPicture }: PrintedRateCardProps) {
  const effective = shanghai(startOfDay(card.effectiveOn));
  return (
    <View className={styles.sheet}>
      <View className={styles.bank}>
        {card.bankName} · {card.branchName}
      </View>
      <View className={styles.title}>积分标准</View>
      <View className={styles.number}>第 {card.version} 号</View>
      <View className={styles.date}>{effective.format('YYYY年M月D日')}起执行</View>

      <View className={styles.chapter}>存入</View>
      {CATEGORIES.map((category) => (
        <CategoryRules
          key={category}
          category={category}
          rules={card.earning.filter((rule) => rule.category === category)}
        />
      ))}

      <View className={styles.chapter}>兑换</View>
      {card.prices.length === 0 && <View className={styles.rule}>本标准还没有写兑换品。</View>}
      {card.prices.map((price) => (
        <View key={price.rewardId} className={styles.price}>
          <View className={styles.reward}>
            {price.name}　{price.lot}
            <View className={styles.provider}>{price.providerName}</View>
          </View>
          <View className={styles.points}>{formatPoints(price.points)} 分</View>
        </View>
      ))}

      {card.explanation !== '' && (
        <>
          <View className={styles.chapter}>说明</View>
          {card.explanation.split('\n').map((paragraph, index) => (
            <View key={index} className={styles.paragraph}>
              {paragraph}
            </View>
          ))}
        </>
      )}

      <View className={styles.chapter}>议定</View>
      <View className={styles.paragraph}>{agreedWords(card)}</View>
      {card.agreement && <PartyCounts agreement={card.agreement} />}

      <View className={styles.foot}>
        <View className={styles.mark}>
          防伪码
          <View>{shortHash(card.hash)}</View>
        </View>
        <Seal words={sealWords(card.branchName)} date={effective.format('YYYY.MM.DD')} />
      </View>
      <QuietButton look="text" onPress={onPicture}>
        存成图片
      </QuietButton>
      <QuietButton look="text" onPress={onCouncil}>
        议事与历史
      </QuietButton>
      {onEarlier && (
        <QuietButton look="text" onPress={onEarlier}>
          看上一号标准
        </QuietButton>
      )}
    </View>
  );
}

function CategoryRules({ category, rules }: { category: Category; rules: EarningRule[] }) {
  return (
    <View className={styles.category}>
      <View className={styles.name}>{categoryNames[category]}</View>
      <View className={styles.rules}>
        {rules.length === 0 && <View className={styles.rule}>本标准没有写</View>}
        {rules.flatMap((rule) =>
          earningWords(rule).map((words) => (
            <View key={`${rule.id}:${words}`} className={styles.rule}>
              {[words, kindsWords(rule.kinds)].filter(Boolean).join('，')}
            </View>
          )),
        )}
      </View>
    </View>
  );
}
