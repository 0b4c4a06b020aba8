import { View } from '@tarojs/components';
import { classes } from './classes';
import { colours } from './colours';
import { Icon } from './Icon';
import { spoken } from './spoken';
import styles from './Choice.module.scss';

interface ChoiceProps<V extends string> {
  /** What is being chosen, for those who hear the page. */
  label: string;
  options: readonly { value: V; label: string; detail?: string }[];
  value: V | null;
  onChange: (value: V) => void;
  /** `row` puts short options side by side, `column` gives each a line of its own. */
  layout?: 'row' | 'column';
}

/** One of a few, all in sight. The chosen one has a tick, not only a colour. */
export function Choice<V extends string>({
  label,
  options,
  value,
  onChange,
  layout = 'row',
}: ChoiceProps<V>) {
  return (
    <View className={classes(styles.group, styles[layout])} {...spoken('radiogroup', label)}>
      {options.map((option) => {
        const isChosen = option.value === value;
        return (
          <View
            key={option.value}
            className={classes(styles.option, isChosen && styles.chosen)}
            onClick={() => onChange(option.value)}
            aria-checked={isChosen ? 'true' : 'false'}
            {...spoken('radio', [option.label, option.detail].filter(Boolean).join('，'))}
          >
            {isChosen && <Icon name="check" colour={colours.vermilion} stroke={3} />}
            <View>
              <View>{option.label}</View>
              {option.detail && <View className={styles.detail}>{option.detail}</View>}
            </View>
          </View>
        );
      })}
    </View>
  );
}
