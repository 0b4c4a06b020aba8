import { View } from '@tarojs/components';
import { classes } from './classes';
import { spoken } from './spoken';
import styles from './Stamp.module.scss';

interface StampProps {
  /** 账平, 账目相符 */
  children: string;
  size?: 'small' | 'large';
  /** Lets it come down, once, when it appears. */
  isFresh?: boolean;
}

/** The clerk's stamp on what was checked and is in order. */
export function Stamp({ children, size = 'small', isFresh = false }: StampProps) {
  return (
    <View
      className={classes(styles.stamp, styles[size], isFresh && styles.fresh)}
      {...spoken('img', `${children}章`)}
    >
      {children}
    </View>
  );
}
