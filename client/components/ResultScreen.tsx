import { View } from '@tarojs/components';
import { classes } from './classes';
import { colours } from './colours';
import { Icon, type IconName } from './Icon';
import { PrimaryButton } from './PrimaryButton';
import { QuietButton } from './QuietButton';
import { spoken } from './spoken';
import styles from './ResultScreen.module.scss';

/** credited: it is done. noted: kept but not yet credited, or done before. refused: nothing came of it. */
export type ResultTone = 'credited' | 'noted' | 'refused';

/** What the screen says. */
export interface ResultFace {
  tone: ResultTone;
  /** 签到成功, 已记下，尚未入账, 没有成功 */
  title: string;
  /** Whose it is, and the passbook's number under it. */
  who?: string;
  number?: string;
  /** What was credited or why not: on the plate, `figure` largest. */
  subject?: string;
  figure?: string;
  detail?: string;
}

interface ResultScreenProps extends ResultFace {
  /** What may also be done, quietly: taking it back, `扫错了？15 分钟内可撤销`. */
  undoWords?: string;
  onUndo?: () => void;
  nextWords: string;
  onNext: () => void;
}

const icons: Record<ResultTone, IconName> = { credited: 'check', noted: 'clock', refused: 'cross' };

/** The answer to a scan: fills the screen, readable from a metre away. */
export function ResultScreen(props: ResultScreenProps) {
  const { tone, title, who, number, subject, figure, detail, undoWords, onUndo, nextWords, onNext } = props;
  return (
    <View className={classes(styles.screen, styles[tone])} catchMove>
      <View className={styles.answer} {...spoken('alert')}>
        <View className={styles.mark}>
          <Icon name={icons[tone]} colour={colours.white} stroke={2.6} />
        </View>
        <View className={styles.title}>{title}</View>
        {who && <View className={styles.who}>{who}</View>}
        {number && <View className={styles.number}>{number}</View>}
        {(subject || figure || detail) && (
          <View className={styles.plate}>
            {subject && <View className={styles.subject}>{subject}</View>}
            {figure && <View className={styles.figure}>{figure}</View>}
            {detail && <View className={styles.detail}>{detail}</View>}
          </View>
        )}
        {undoWords && onUndo && (
          <View className={styles.undo}>
            <QuietButton look="onColour" onPress={onUndo}>
              {undoWords}
            </QuietButton>
          </View>
        )}
      </View>
      <View className={styles.next}>
        <PrimaryButton tone="light" onPress={onNext}>
          {nextWords}
        </PrimaryButton>
      </View>
    </View>
  );
}
