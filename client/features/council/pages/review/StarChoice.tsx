import { View } from '@tarojs/components';
import { classes } from '../../../../components/classes';
import { spoken } from '../../../../components/spoken';
import { STARS, starWords } from '../../../../council/starWords';
import styles from './StarChoice.module.scss';

interface StarChoiceProps {
  value: number | null;
  onChange: (stars: number) => void;
}

/** One to five stars, each a whole row with its word: nobody has to aim. */
export function StarChoice({ value, onChange }: StarChoiceProps) {
  return (
    <View className={styles.group} {...spoken('radiogroup', '满意吗')}>
      {STARS.map((stars) => (
        <View
          key={stars}
          className={classes(styles.row, stars === value && styles.chosen)}
          onClick={() => onChange(stars)}
          aria-checked={stars === value ? 'true' : 'false'}
          {...spoken('radio', `${stars} 星，${starWords(stars)}`)}
        >
          <View className={styles.stars} aria-hidden="true">
            {'★'.repeat(stars)}
            <View className={styles.unlit}>{'★'.repeat(5 - stars)}</View>
          </View>
          <View className={styles.word}>{starWords(stars)}</View>
        </View>
      ))}
    </View>
  );
}
