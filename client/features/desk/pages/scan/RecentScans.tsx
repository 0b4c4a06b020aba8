import { View } from '@tarojs/components';
import { Card } from '../../../../components/Card';
import { Pill, type PillTone } from '../../../../components/Pill';
import { QuietButton } from '../../../../components/QuietButton';
import type { ResultTone } from '../../../../components/ResultScreen';
import type { RecentScan } from '../../scanStore';
import { timeWords } from '../../sessionTimes';
import styles from './RecentScans.module.scss';

interface RecentScansProps {
  scans: readonly RecentScan[];
  canUndo: (scan: RecentScan) => boolean;
  onUndo: (scan: RecentScan) => void;
  onRetry: (scan: RecentScan) => void;
}

const tones: Record<ResultTone, PillTone> = { credited: 'good', noted: 'waiting', refused: 'refused' };

/** The last scans, newest first: the one that went wrong a minute ago is still in sight. */
export function RecentScans({ scans, canUndo, onUndo, onRetry }: RecentScansProps) {
  return (
    <Card title="刚才扫的">
      {scans.length === 0 && (
        <View className={styles.empty}>还没有扫。扫过的人会列在这里，15 分钟内可以撤销。</View>
      )}
      {scans.map((scan) => (
        <View key={scan.no} className={styles.row}>
          <View className={styles.time}>{timeWords(scan.at)}</View>
          <View className={styles.words}>
            <View className={styles.who}>{scan.face.who ?? scan.face.number ?? '没认出是谁'}</View>
            {scan.face.who && scan.face.number && <View className={styles.number}>{scan.face.number}</View>}
          </View>
          <View className={styles.answer}>
            <Pill tone={tones[scan.face.tone]}>
              {scan.face.figure ? `${scan.face.title} ${scan.face.figure}` : scan.face.title}
            </Pill>
          </View>
          <View className={styles.act}>
            {canUndo(scan) && (
              <QuietButton look="text" onPress={() => onUndo(scan)}>
                撤销
              </QuietButton>
            )}
            {scan.isUnsure && (
              <QuietButton look="text" onPress={() => onRetry(scan)}>
                再试
              </QuietButton>
            )}
          </View>
        </View>
      ))}
    </Card>
  );
}
