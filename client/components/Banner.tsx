import { View } from '@tarojs/components';
import { classes } from './classes';
import { colours } from './colours';
import { Icon, type IconName } from './Icon';
import { QuietButton } from './QuietButton';
import { spoken } from './spoken';
import styles from './Banner.module.scss';

type BannerTone = 'info' | 'good' | 'waiting' | 'refused';

interface BannerProps {
  tone: BannerTone;
  children: string;
  icon?: IconName;
  actionWords?: string;
  onAction?: () => void;
}

const marks: Record<BannerTone, { icon: IconName; colour: string }> = {
  info: { icon: 'info', colour: colours.inkSoft },
  good: { icon: 'check', colour: colours.credited },
  waiting: { icon: 'clock', colour: colours.waiting },
  refused: { icon: 'warning', colour: colours.vermilion },
};

/** What holds for the whole page at the moment: offline, an answer outstanding, a frozen passbook. */
export function Banner({ tone, children, icon, actionWords, onAction }: BannerProps) {
  const mark = marks[tone];
  return (
    <View className={classes(styles.banner, styles[tone])} {...spoken('status')}>
      <View className={styles.words}>
        <Icon name={icon ?? mark.icon} colour={mark.colour} />
        <View>{children}</View>
      </View>
      {actionWords && onAction && (
        <QuietButton look="text" onPress={onAction}>
          {actionWords}
        </QuietButton>
      )}
    </View>
  );
}
