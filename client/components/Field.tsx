import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { colours } from './colours';
import { Icon } from './Icon';
import { spoken } from './spoken';
import styles from './Field.module.scss';

interface FieldProps {
  label: string;
  /** What to write, under the label while there is no error. */
  hint?: string;
  /** What is wrong and how to put it right. */
  error?: string;
  children: ReactNode;
}

/** A question with its answer's place under it: the frame of TextField, PickerField and Choice. */
export function Field({ label, hint, error, children }: FieldProps) {
  return (
    <View className={styles.field}>
      <View className={styles.label}>{label}</View>
      {children}
      {error ? (
        <View className={styles.error} {...spoken('alert')}>
          <Icon name="warning" colour={colours.vermilion} />
          <View>{error}</View>
        </View>
      ) : (
        hint && <View className={styles.hint}>{hint}</View>
      )}
    </View>
  );
}
