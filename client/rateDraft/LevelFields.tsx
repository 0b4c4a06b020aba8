import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { Field } from '../components/Field';
import { QuietButton } from '../components/QuietButton';
import { TextField } from '../components/TextField';
import type { RuleDraft } from './rateDraft';
import type { RateDraftForm } from './rateDraftForm';
import styles from './rateFields.module.scss';

/** The levels of an award and what each gives. */
export const LevelFields = observer(function LevelFields({
  rule,
  form,
}: {
  rule: RuleDraft;
  form: RateDraftForm;
}) {
  const { shownErrors: errors } = form;
  return (
    <Field label="等级" error={errors[`${rule.id}.levels`]}>
      {rule.levels.map((level) => (
        <View key={level.level} className={styles.level}>
          <View className={styles.pair}>
            <TextField
              label="等级名称"
              placeholder="社区表扬"
              maxLength={20}
              error={errors[`${rule.id}.${level.level}.title`]}
              value={level.title}
              onChange={(title) => form.changeLevel(level, { title })}
            />
            <TextField
              label="得几分"
              keyboard="digit"
              maxLength={8}
              error={errors[`${rule.id}.${level.level}.points`]}
              value={level.points}
              onChange={(points) => form.changeLevel(level, { points })}
            />
          </View>
          {rule.levels.length > 1 && (
            <QuietButton look="text" onPress={() => form.removeLevel(rule, level)}>
              去掉这一级
            </QuietButton>
          )}
        </View>
      ))}
      <QuietButton look="text" onPress={() => form.addLevel(rule)} isDisabled={rule.levels.length >= 10}>
        再加一级
      </QuietButton>
    </Field>
  );
});
