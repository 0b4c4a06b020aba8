import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { spoken } from './spoken';
import styles from './Card.module.scss';

interface CardProps {
  title?: string;
  /** Stands at the right of the title: a Pill or a QuietButton. */
  aside?: ReactNode;
  children?: ReactNode;
  /** Makes the whole card one button; give it nothing else to press then. */
  onPress?: () => void;
}

/** A white plate for what belongs together. Cards do not nest. */
export function Card({ title, aside, children, onPress }: CardProps) {
  return (
    <View
      className={styles.card}
      hoverClass={onPress ? styles.pressed : 'none'}
      {...(onPress ? { ...spoken('button'), onClick: onPress } : {})}
    >
      {(title || aside) && (
        <View className={styles.head}>
          <View className={styles.title}>{title}</View>
          {aside}
        </View>
      )}
      {children}
    </View>
  );
}
