import { View } from '@tarojs/components';
import { classes } from './classes';
import { spoken } from './spoken';
import styles from './Skeleton.module.scss';

/** The shape of what is loading, in its place: a passbook's cover, or as many cards or lines as will come. */
export function Skeleton({ shape, count = 3 }: { shape: 'cover' | 'card' | 'line'; count?: number }) {
  const blocks = shape === 'cover' ? [0] : Array.from({ length: count }, (_, index) => index);
  return (
    <View {...spoken('status', '正在加载')}>
      {blocks.map((block) => (
        <View key={block} className={classes(styles.block, styles[shape])} />
      ))}
    </View>
  );
}
