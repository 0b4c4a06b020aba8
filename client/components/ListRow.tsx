import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { colours } from './colours';
import { Icon, type IconName } from './Icon';
import { spoken } from './spoken';
import styles from './ListRow.module.scss';

interface ListRowProps {
  title: string;
  detail?: string;
  icon?: IconName;
  /** At the right: an amount, a Pill, a word. */
  trailing?: ReactNode;
  /** With it the row leads somewhere and shows an arrow. */
  onPress?: () => void;
}

/** One line of a list in a Card. */
export function ListRow({ title, detail, icon, trailing, onPress }: ListRowProps) {
  return (
    <View
      className={styles.row}
      hoverClass={onPress ? styles.pressed : 'none'}
      {...(onPress ? { ...spoken('button'), onClick: onPress } : {})}
    >
      {icon && (
        <View className={styles.icon}>
          <Icon name={icon} colour={colours.vermilion} />
        </View>
      )}
      <View className={styles.words}>
        <View className={styles.title}>{title}</View>
        {detail && <View className={styles.detail}>{detail}</View>}
      </View>
      {trailing && <View className={styles.trailing}>{trailing}</View>}
      {onPress && <Icon name="forward" colour={colours.inkSoft} />}
    </View>
  );
}
