import { Picker, View } from '@tarojs/components';
import { classes } from './classes';
import { Field } from './Field';
import styles from './PickerField.module.scss';

interface PickerFieldProps {
  label: string;
  /** `choice` picks one of the options; `date` is `YYYY-MM-DD`, `time` is `HH:mm`. */
  kind: 'choice' | 'date' | 'time';
  options?: { value: string; label: string }[];
  value: string | null;
  onChange: (value: string) => void;
  /** For `date` and `time`: the first and last that can be picked. */
  from?: string;
  until?: string;
  placeholder?: string;
  hint?: string;
  error?: string;
}

/** One of many, a day or a time, by the phone's own wheel. For few options use Choice. */
export function PickerField(props: PickerFieldProps) {
  const {
    label,
    kind,
    options = [],
    value,
    onChange,
    from,
    until,
    placeholder = '请选择',
    hint,
    error,
  } = props;
  const chosen = kind === 'choice' ? options.find((option) => option.value === value)?.label : value;
  const box = (
    <View
      className={classes(styles.box, error && styles.wrong)}
      aria-label={`${label}：${chosen ?? placeholder}`}
    >
      <View className={chosen ? undefined : styles.placeholder}>{chosen ?? placeholder}</View>
      <View className={styles.arrow}>▾</View>
    </View>
  );
  return (
    <Field label={label} hint={hint} error={error}>
      {kind === 'choice' && (
        <Picker
          mode="selector"
          range={options.map((option) => option.label)}
          value={Math.max(
            0,
            options.findIndex((option) => option.value === value),
          )}
          onChange={(event) => {
            const picked = options[Number(event.detail.value)];
            if (picked) onChange(picked.value);
          }}
        >
          {box}
        </Picker>
      )}
      {kind === 'date' && (
        <Picker
          mode="date"
          value={value ?? from ?? ''}
          start={from}
          end={until}
          onChange={(event) => onChange(event.detail.value)}
        >
          {box}
        </Picker>
      )}
      {kind === 'time' && (
        <Picker
          mode="time"
          value={value ?? from ?? '09:00'}
          start={from}
          end={until}
          onChange={(event) => onChange(event.detail.value)}
        >
          {box}
        </Picker>
      )}
    </Field>
  );
}
