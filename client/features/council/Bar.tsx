import { View } from '@tarojs/components';
import { classes } from '../../components/classes';
import styles from './ImpactPlate.module.scss';

interface BarProps {
  label?: string;
  /** Part of the track that is filled, 0 to 1. */
  share: number;
  colour: 'vermilion' | 'gold' | 'green';
  value: string;
}

/** An amount as a bar, with its figure beside it. */
export function Bar({ label, share, colour, value }: BarProps) {
  return (
    <View className={styles.bar}>
      {label && <View className={styles.label}>{label}</View>}
      <View className={styles.track} aria-hidden="true">
        <View
          className={classes(styles.fill, styles[colour])}
          style={{ width: `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%` }}
        />
      </View>
      <View className={styles.value}>{value}</View>
    </View>
  );
}
