import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import styles from './ThumbBar.module.scss';

/**
 * Holds the screen's one button where the thumb is. It is the last child of a Frame and part of the flow,
 * so at the end of the page nothing is left under it.
 */
export function ThumbBar({ children }: { children: ReactNode }) {
  return <View className={styles.bar}>{children}</View>;
}
