import { View } from '@tarojs/components';
import { shanghai } from '../../../../../types/day';
import type { SuggestionRow } from '../../../../../types/routes';
import { Card } from '../../../../components/Card';
import { Pill } from '../../../../components/Pill';
import { QuietButton } from '../../../../components/QuietButton';
import { goTo } from '../../../../goTo';
import styles from './suggestions.module.scss';

interface SuggestionCardProps {
  suggestion: SuggestionRow;
  /** Begins a proposal with it: councillors only. */
  onAdopt?: () => void;
}

/** One suggestion: what, by whom as far as everybody may know, and what came of it. */
export function SuggestionCard({ suggestion, onAdopt }: SuggestionCardProps) {
  const { text, by, at, adoptedBy } = suggestion;
  return (
    <Card>
      <View className={styles.text}>{text}</View>
      <View className={styles.by}>{`${masked(by)}　${shanghai(at).format('YYYY年M月D日')}`}</View>
      {adoptedBy && (
        <View className={styles.foot}>
          <Pill tone="good">已采纳，成了提案</Pill>
          <QuietButton look="text" onPress={() => goTo('proposal', { id: adoptedBy })}>
            看提案
          </QuietButton>
        </View>
      )}
      {!adoptedBy && onAdopt && (
        <View className={styles.foot}>
          <QuietButton onPress={onAdopt}>写成提案</QuietButton>
        </View>
      )}
    </Card>
  );
}

/** The bank tells others no more than the family name. */
function masked(familyName: string): string {
  return familyName === '' ? '一位居民' : `${familyName}**`;
}
