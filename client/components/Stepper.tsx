import { Input, View } from '@tarojs/components';
import { Field } from './Field';
import { spoken } from './spoken';
import styles from './Stepper.module.scss';

interface StepperProps {
  label: string;
  /** After the figure: 人, 份. */
  unit: string;
  value: number;
  least: number;
  most: number;
  /** How far one press goes. */
  step?: number;
  onChange: (value: number) => void;
  hint?: string;
}

/** A number that is pressed up and down, or typed. */
export function Stepper({ label, unit, value, least, most, step = 1, onChange, hint }: StepperProps) {
  const go = (to: number) => onChange(Math.max(least, Math.min(most, to)));
  return (
    <Field label={label} hint={hint}>
      <View className={styles.stepper}>
        <View className={styles.press} onClick={() => go(value - step)} {...spoken('button', `${label}减少`)}>
          −
        </View>
        <View className={styles.value}>
          <Input
            className={styles.figure}
            type="number"
            value={String(value)}
            maxlength={String(most).length}
            aria-label={label}
            onBlur={(event) => go(Number.parseInt(event.detail.value, 10) || least)}
          />
          <View>{unit}</View>
        </View>
        <View className={styles.press} onClick={() => go(value + step)} {...spoken('button', `${label}增加`)}>
          +
        </View>
      </View>
    </Field>
  );
}
