import { View } from '@tarojs/components';
import { classes } from './classes';
import { colours } from './colours';
import { Icon, type IconName } from './Icon';
import styles from './Pill.module.scss';

export type PillTone = 'good' | 'waiting' | 'refused' | 'plain';

const marks: Record<PillTone, { icon: IconName; colour: string } | null> = {
  good: { icon: 'check', colour: colours.credited },
  waiting: { icon: 'clock', colour: colours.waiting },
  refused: { icon: 'cross', colour: colours.vermilion },
  plain: null,
};

/** A state in a word, with the mark that goes with its colour. */
export function Pill({ tone, children }: { tone: PillTone; children: string }) {
  const mark = marks[tone];
  return (
    <View className={classes(styles.pill, styles[tone])}>
      {mark && <Icon name={mark.icon} colour={mark.colour} stroke={3} />}
      {children}
    </View>
  );
}
