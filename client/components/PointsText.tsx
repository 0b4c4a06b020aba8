import { Text } from '@tarojs/components';
import { formatPoints, type Points } from '../../types/points';
import { classes } from './classes';
import styles from './PointsText.module.scss';

interface PointsTextProps {
  points: Points;
  /** Prints + or − and colours what came in and what went out. */
  signed?: boolean;
  /** Without the unit 分, as in the passbook's columns. */
  bare?: boolean;
}

/** An amount of points in tabular figures that never break over two lines. */
export function PointsText({ points, signed = false, bare = false }: PointsTextProps) {
  const direction = signed && (points < 0 ? styles.out : styles.in);
  return (
    <Text className={classes(styles.points, direction)}>
      {formatPoints(points, signed)}
      {bare ? '' : ' 分'}
    </Text>
  );
}
