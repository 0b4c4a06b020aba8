import { View } from '@tarojs/components';
import { type Day, HOUR, shanghai } from '../../../../../types/day';
import { Card } from '../../../../components/Card';
import { PickerField } from '../../../../components/PickerField';
import { QuietButton } from '../../../../components/QuietButton';
import { Stepper } from '../../../../components/Stepper';
import { TextField } from '../../../../components/TextField';
import { MOST_PEOPLE } from '../../publishStore';
import { type DraftErrors, endsNextDay, type SessionDraft, spanOf } from '../../sessionDraft';
import styles from './publish.module.scss';

interface SessionFieldsProps {
  title: string;
  draft: SessionDraft;
  today: Day;
  errors: DraftErrors;
  onChange: (part: Partial<SessionDraft>) => void;
  onRemove?: () => void;
}

/** Where and when one session is, and how many may come. */
export function SessionFields({ title, draft, today, errors, onChange, onRemove }: SessionFieldsProps) {
  return (
    <Card
      title={title}
      aside={
        onRemove && (
          <QuietButton look="text" onPress={onRemove}>
            删除这一场
          </QuietButton>
        )
      }
    >
      <TextField
        label="地点"
        value={draft.place}
        onChange={(place) => onChange({ place })}
        maxLength={40}
        placeholder="如：小区南门"
        error={errors.place}
      />
      <PickerField
        label="日期"
        kind="date"
        value={draft.day}
        from={today}
        onChange={(day) => onChange({ day })}
        error={errors.day}
      />
      <View className={styles.times}>
        <View className={styles.time}>
          <PickerField label="开始" kind="time" value={draft.from} onChange={(from) => onChange({ from })} />
        </View>
        <View className={styles.time}>
          <PickerField
            label="结束"
            kind="time"
            value={draft.until}
            onChange={(until) => onChange({ until })}
            hint={endsNextDay(draft) ? nextDayWords(draft) : undefined}
            error={errors.until}
          />
        </View>
      </View>
      <Stepper
        label="名额"
        unit="人"
        value={draft.capacity}
        least={1}
        most={MOST_PEOPLE}
        step={5}
        onChange={(capacity) => onChange({ capacity })}
        hint="报满以后不能再报名，也不能再现场签到。"
      />
    </Card>
  );
}

/** `第二天（11月21日）01:00 结束，一共 3 小时。` */
function nextDayWords(draft: SessionDraft): string {
  const { startsAt, endsAt } = spanOf(draft);
  const hours = Math.round(((endsAt - startsAt) / HOUR) * 10) / 10;
  return `第二天（${shanghai(endsAt).format('M月D日')}）${draft.until} 结束，一共 ${hours} 小时。`;
}
