import { View } from '@tarojs/components';
import { classes } from './classes';
import { colours } from './colours';
import { Icon } from './Icon';
import { spoken } from './spoken';
import styles from './CheckBox.module.scss';

interface CheckBoxProps {
  /** What is said yes to, whole: the words can be pressed too. */
  label: string;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
}

/** A yes or no of its own. Several under one Field are a choice of several. */
export function CheckBox({ label, isChecked, onChange }: CheckBoxProps) {
  return (
    <View
      className={styles.row}
      onClick={() => onChange(!isChecked)}
      aria-checked={isChecked ? 'true' : 'false'}
      {...spoken('checkbox', label)}
    >
      <View className={classes(styles.box, isChecked && styles.checked)}>
        {isChecked && <Icon name="check" colour={colours.vermilion} stroke={3.4} />}
      </View>
      <View className={styles.words}>{label}</View>
    </View>
  );
}
