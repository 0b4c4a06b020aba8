import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { CSSProperties, ReactNode } from 'react';
import { classes } from '../components/classes';
import { useRoot } from '../root';
import styles from './Frame.module.scss';

interface FrameProps {
  children: ReactNode;
  /** Takes a PC's whole window (desk, council, big screen); else a phone's column in its middle. */
  isWide?: boolean;
}

/** What every page stands in: it carries the reader's size of type, and pushes the ThumbBar to the bottom. */
export const Frame = observer(function Frame({ children, isWide = false }: FrameProps) {
  const { typeSetting } = useRoot();
  return (
    <View
      className={classes(styles.frame, isWide && styles.wide, typeSetting.isLarge && 'large-type')}
      style={{ '--type-scale': String(typeSetting.scale) } as CSSProperties}
    >
      {children}
    </View>
  );
});
