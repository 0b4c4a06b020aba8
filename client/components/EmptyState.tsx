import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { colours } from './colours';
import { Icon, type IconName } from './Icon';
import styles from './EmptyState.module.scss';

interface EmptyStateProps {
  icon: IconName;
  /** What would stand here: 还没有明细. */
  title: string;
  /** How it comes to be: 参加一次活动，这里就会印上第一行. */
  detail: string;
  /** A QuietButton that leads there. */
  children?: ReactNode;
}

/** A place where nothing is yet, and what to do about it. */
export function EmptyState({ icon, title, detail, children }: EmptyStateProps) {
  return (
    <View className={styles.empty}>
      <View className={styles.icon}>
        <Icon name={icon} colour={colours.inkSoft} stroke={1.6} />
      </View>
      <View className={styles.title}>{title}</View>
      <View className={styles.detail}>{detail}</View>
      {children}
    </View>
  );
}
