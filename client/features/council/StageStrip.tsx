import { View } from '@tarojs/components';
import { classes } from '../../components/classes';
import { spoken } from '../../components/spoken';
import { STAGES } from './stages';
import styles from './StageStrip.module.scss';

interface StageStripProps {
  /** Which of the five is on; the ones before are done. */
  at: number;
  /** It went no further. */
  isOver: boolean;
}

/** 提 议 决 做 评, with the one that is on lit. */
export function StageStrip({ at, isOver }: StageStripProps) {
  const now = STAGES[at]!;
  const words = `五步中的第 ${at + 1} 步：${now.name}${isOver ? '，到此为止' : ''}`;
  return (
    <View className={styles.strip} {...spoken('img', words)}>
      {STAGES.map(({ mark, name }, index) => (
        <View
          key={mark}
          className={classes(
            styles.stage,
            index < at && styles.past,
            index === at && (isOver ? styles.over : styles.now),
          )}
        >
          <View className={styles.mark}>{mark}</View>
          <View>{name}</View>
        </View>
      ))}
    </View>
  );
}
