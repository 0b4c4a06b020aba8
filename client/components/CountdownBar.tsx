import { View } from '@tarojs/components';
import styles from './CountdownBar.module.scss';

/** How much is left of a span of time. The words that say so stand beside it. */
export function CountdownBar({ left, total }: { left: number; total: number }) {
  const share = total > 0 ? Math.max(0, Math.min(1, left / total)) : 0;
  return (
    <View className={styles.track} aria-hidden="true">
      <View className={styles.left} style={{ transform: `scaleX(${share.toFixed(3)})` }} />
    </View>
  );
}
