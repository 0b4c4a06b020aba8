import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { Category } from '../../types/entities';
import { Card } from '../components/Card';
import { QuietButton } from '../components/QuietButton';
import { categoryNames } from '../names';
import type { RateDraftForm } from './rateDraftForm';
import { RuleFields } from './RuleFields';
import styles from './rateFields.module.scss';

interface CategoryRulesProps {
  category: Category;
  form: RateDraftForm;
}

/** What a category's deeds earn. */
export const CategoryRules = observer(function CategoryRules({ category, form }: CategoryRulesProps) {
  const rules = form.rulesOf(category);
  const name = categoryNames[category];
  return (
    <Card title={name}>
      {rules.length === 0 && <View className={styles.note}>{`${name}不计分。`}</View>}
      {rules.map((rule) => (
        <RuleFields key={rule.id} rule={rule} form={form} />
      ))}
      <QuietButton look="text" onPress={() => form.addRule(category)}>
        {`${name}再加一条`}
      </QuietButton>
    </Card>
  );
});
