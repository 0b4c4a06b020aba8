import { Text, View } from '@tarojs/components';
import { useMemo } from 'react';
import { classes } from './classes';
import { CountdownBar } from './CountdownBar';
import { Pill, type PillTone } from './Pill';
import { qrImage } from './qrImage';
import { spoken } from './spoken';
import styles from './CodeCard.module.scss';

export type CodeState = 'loading' | 'active' | 'scanned' | 'expired';

interface CodeCardProps {
  /** Who or what the code stands for, large, over it: a name, a reward. */
  title: string;
  /** Under the title: the passbook's number and branch. */
  subtitle?: string;
  /** What the code says; null while it is loading. */
  code: string | null;
  state: CodeState;
  /** Seconds until the next code; without it there is no countdown. */
  countdown?: { left: number; total: number };
  /** Said in place of the state's own words. */
  words?: string;
  /** The code as text, to read out or copy when it cannot be scanned; a long one is in fine print. */
  readable?: string;
}

const states: Record<CodeState, { tone: PillTone; words: string }> = {
  loading: { tone: 'plain', words: '正在准备…' },
  active: { tone: 'good', words: '有效' },
  scanned: { tone: 'good', words: '已扫过' },
  expired: { tone: 'refused', words: '已失效' },
};

const LONGEST_TO_READ_OUT = 24;

/** A QR code to be scanned from the phone, with its state in words. */
export function CodeCard({ title, subtitle, code, state, countdown, words, readable }: CodeCardProps) {
  const image = useMemo(() => (code ? qrImage(code) : null), [code]);
  const isUsable = state === 'active';
  const pill = states[state];
  const said = words ?? (isUsable && countdown ? `${pill.words}　${countdown.left} 秒后换新` : pill.words);
  return (
    <View className={styles.card}>
      <View className={styles.title}>{title}</View>
      {subtitle && <View className={styles.subtitle}>{subtitle}</View>}
      <View className={styles.plate}>
        {image ? (
          <View
            className={classes(styles.code, !isUsable && styles.unusable)}
            style={{ backgroundImage: `url("${image}")` }}
            {...spoken('img', `${title}的二维码，${said}`)}
          />
        ) : (
          <View className={styles.blank} />
        )}
      </View>
      {readable && (
        <Text
          className={classes(styles.readable, readable.length > LONGEST_TO_READ_OUT && styles.fine)}
          selectable
          userSelect
        >
          {partsOf(readable).map((part, index) => (
            <Text key={index} className={styles.part}>
              {part}
            </Text>
          ))}
        </Text>
      )}
      <Pill tone={pill.tone}>{said}</Pill>
      {countdown && isUsable && (
        <View className={styles.countdown}>
          <CountdownBar {...countdown} />
        </View>
      )}
    </View>
  );
}

/** Cut after its dots, where it may go on in a new line: `GY1.`, `0211-000003-7.`, … */
function partsOf(readable: string): string[] {
  return readable.match(/[^.]+\.?/g) ?? [];
}
