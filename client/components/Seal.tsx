import { View } from '@tarojs/components';
import { classes } from './classes';
import { spoken } from './spoken';
import styles from './Seal.module.scss';

interface SealProps {
  /** The branch's name, broken over two lines as it is cut: `['阿里山路', '储蓄所']`. */
  words: string[];
  /** The day it came down, `2026.11.15`. */
  date?: string;
  /** Lets the seal come down, once, when it appears. */
  isFresh?: boolean;
}

/** The branch's seal on what is posted. */
export function Seal({ words, date, isFresh = false }: SealProps) {
  return (
    <View className={classes(styles.seal, isFresh && styles.fresh)} {...spoken('img', `${words.join('')}印`)}>
      <View className={styles.ring}>
        {words.map((word) => (
          <View key={word}>{word}</View>
        ))}
        {date && <View className={styles.date}>{date}</View>}
      </View>
    </View>
  );
}
