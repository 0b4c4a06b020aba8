import { View } from '@tarojs/components';
import { PointsText } from '../components/PointsText';
import type { ClosingFigure } from './closingFigures';
import styles from './ClosingSheet.module.scss';

interface ClosingSheetProps {
  figures: readonly ClosingFigure[];
  /** `column` puts one figure under the other; `row` makes each a cell of the table around it on a PC. */
  look: 'column' | 'row';
}

/** The figures of a closing, each with what it is made of. */
export function ClosingSheet({ figures, look }: ClosingSheetProps) {
  return (
    <View className={look === 'row' ? styles.row : undefined}>
      {figures.map(({ name, points, isMovement, parts }) => (
        <View key={name} className={styles.figure}>
          <View className={styles.total}>
            <View className={styles.name}>{name}</View>
            <View className={isMovement ? styles.amount : styles.standing}>
              <PointsText points={points} signed={isMovement && points !== 0} bare />
            </View>
          </View>
          {parts.map((part) => (
            <View key={part.name} className={styles.part}>
              <View>{part.name}</View>
              <PointsText points={part.points} signed bare />
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}
