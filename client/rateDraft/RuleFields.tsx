import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { type EarningRule, PASSBOOK_KINDS, type PassbookKind } from '../../types/entities';
import { CheckBox } from '../components/CheckBox';
import { Choice } from '../components/Choice';
import { Field } from '../components/Field';
import { QuietButton } from '../components/QuietButton';
import { TextField } from '../components/TextField';
import { kindNames } from '../names';
import { spanWords } from '../earningWords';
import { basisNames } from '../rateWords';
import type { RuleDraft } from './rateDraft';
import type { RateDraftForm } from './rateDraftForm';
import { LevelFields } from './LevelFields';
import styles from './rateFields.module.scss';

const bases: readonly EarningRule['basis'][] = ['visit', 'hour', 'award'];
const usualRounding = [1, 15, 30, 60];

/** One rule: whom it pays, for what, how much. */
export const RuleFields = observer(function RuleFields({
  rule,
  form,
}: {
  rule: RuleDraft;
  form: RateDraftForm;
}) {
  const { shownErrors: errors } = form;
  const change = (part: Partial<RuleDraft>) => form.changeRule(rule.id, part);
  const setKind = (kind: PassbookKind, isPaid: boolean) =>
    change({ kinds: PASSBOOK_KINDS.filter((each) => (each === kind ? isPaid : rule.kinds.includes(each))) });
  return (
    <View className={styles.rule} id={form.placeOf(rule)}>
      <Field label="怎么计分">
        <Choice
          label="怎么计分"
          options={bases.map((basis) => ({ value: basis, label: basisNames[basis] }))}
          value={rule.basis}
          onChange={(basis) => change({ basis })}
        />
      </Field>
      <Field label="给哪种存折" error={errors[`${rule.id}.kinds`]}>
        <View className={styles.kinds}>
          {PASSBOOK_KINDS.map((kind) => (
            <CheckBox
              key={kind}
              label={kindNames[kind]}
              isChecked={rule.kinds.includes(kind)}
              onChange={(isPaid) => setKind(kind, isPaid)}
            />
          ))}
        </View>
      </Field>
      {rule.basis === 'award' ? (
        <LevelFields rule={rule} form={form} />
      ) : (
        <View className={styles.pair}>
          <TextField
            label={rule.basis === 'visit' ? '每次得几分' : '每小时得几分'}
            keyboard="digit"
            maxLength={8}
            error={errors[`${rule.id}.points`]}
            value={rule.points}
            onChange={(points) => change({ points })}
          />
          {rule.basis === 'hour' && (
            <TextField
              label="每天最多几分"
              hint="不填就是不封顶。"
              keyboard="digit"
              maxLength={8}
              error={errors[`${rule.id}.dailyCap`]}
              value={rule.dailyCap}
              onChange={(dailyCap) => change({ dailyCap })}
            />
          )}
        </View>
      )}
      {rule.basis === 'hour' && <Rounding rule={rule} onChange={change} />}
      <QuietButton look="text" onPress={() => form.removeRule(rule.id)}>
        删掉这一条
      </QuietButton>
    </View>
  );
});

const Rounding = observer(function Rounding({
  rule,
  onChange,
}: {
  rule: RuleDraft;
  onChange: (change: Partial<RuleDraft>) => void;
}) {
  // A card may have been written with another span; it stays a choice.
  const spans = [...new Set([...usualRounding, rule.roundToMinutes])].sort((a, b) => a - b);
  return (
    <Field label="时间怎么算" hint="不满的零头不计。">
      <Choice
        label="时间怎么算"
        options={spans.map((minutes) => ({ value: String(minutes), label: `按${spanWords(minutes)}计` }))}
        value={String(rule.roundToMinutes)}
        onChange={(minutes) => onChange({ roundToMinutes: Number(minutes) })}
      />
    </Field>
  );
});
