import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import styles from './Facts.module.scss';

export interface Fact {
  /** 时间, 地点, 存折号 */
  name: string;
  value: ReactNode;
}

/** What is known about one thing, name by name. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <View>
      {facts.map(({ name, value }) => (
        <View key={name} className={styles.fact}>
          <View className={styles.name}>{name}</View>
          <View className={styles.value}>{value}</View>
        </View>
      ))}
    </View>
  );
}
