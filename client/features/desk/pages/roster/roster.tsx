import { View } from '@tarojs/components';
import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import type { RosterRow } from '../../../../../types/routes';
import { Banner } from '../../../../components/Banner';
import { Card } from '../../../../components/Card';
import { EmptyState } from '../../../../components/EmptyState';
import { ErrorState } from '../../../../components/ErrorState';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { QuietButton } from '../../../../components/QuietButton';
import { Skeleton } from '../../../../components/Skeleton';
import { ThumbBar } from '../../../../components/ThumbBar';
import { Frame } from '../../../../frame/Frame';
import { useStore } from '../../../../root';
import { wordsFor } from '../../../../words';
import { ScanStore } from '../../scanStore';
import { spanWords } from '../../sessionTimes';
import { UndoSheet } from '../../UndoSheet';
import { CancelSheet } from './CancelSheet';
import { RosterList } from './RosterList';
import styles from './roster.module.scss';

const SCAN = 'features/desk/pages/scan/scan';
const TICK_MS = 10_000;

/** Back to the scanner that this was opened from, or on to one. */
function goToScanner(sessionId: string): void {
  const before = Taro.getCurrentPages().at(-2);
  if (before?.route?.includes(SCAN)) void Taro.navigateBack();
  else void Taro.redirectTo({ url: `/${SCAN}?sessionId=${sessionId}` });
}

/** 名单: who signed up, who is there, who was credited what. */
export default observer(function RosterPage() {
  const { roster } = useStore(ScanStore);
  const { sessionId = '' } = useRouter().params;
  const [undoing, setUndoing] = useState<RosterRow | null>(null);
  const [isCancelling, setIsCancelling] = useState(false);
  useDidShow(() => void roster.load(sessionId));
  useEffect(() => {
    const timer = setInterval(() => roster.tick(), TICK_MS);
    return () => clearInterval(timer);
  }, [roster]);

  const { session, counts, loading, acting, isCancelled } = roster;
  const undo = async ({ attendanceId }: RosterRow) => {
    if (attendanceId && (await roster.undo(attendanceId))) setUndoing(null);
  };
  const cancel = async (reason: string) => {
    if (await roster.cancel(reason)) setIsCancelling(false);
  };
  return (
    <Frame isWide>
      {loading.error !== null && (
        <ErrorState words={wordsFor(loading.error)} onRetry={() => void roster.load(sessionId)} />
      )}
      {!session && loading.error === null && <Skeleton shape="line" count={5} />}
      {session && (
        <View className={styles.page}>
          {isCancelled && <Banner tone="refused">这一场已经取消。已经记的分不受影响。</Banner>}
          <Card title={session.title}>
            <View className={styles.when}>
              <View>{spanWords(session, roster.now)}</View>
              <View>{session.place}</View>
            </View>
            <View className={styles.counts}>
              <View>报名 {counts.signedUp}</View>
              <View>签到 {counts.arrived}</View>
              {session.basis === 'hour' && <View>还在场 {counts.present}</View>}
              <View>已记分 {counts.credited}</View>
              <View>名额 {session.capacity}</View>
            </View>
          </Card>
          {roster.rows.length === 0 ? (
            <EmptyState icon="person" title="还没有人报名" detail="没报名的人也可以直接到现场扫码签到。" />
          ) : (
            <RosterList
              rows={roster.ordered}
              basis={session.basis}
              canUndo={(row) => roster.canUndo(row)}
              onUndo={setUndoing}
            />
          )}
          {roster.canCancel && (
            <View className={styles.cancel}>
              <QuietButton look="text" onPress={() => setIsCancelling(true)}>
                取消本场
              </QuietButton>
            </View>
          )}
        </View>
      )}
      {session && !isCancelled && (
        <ThumbBar>
          <PrimaryButton onPress={() => goToScanner(sessionId)}>扫码签到</PrimaryButton>
        </ThumbBar>
      )}
      <UndoSheet
        attendance={undoing}
        undoing={acting}
        onConfirm={() => undoing && void undo(undoing)}
        onCancel={() => {
          acting.forget();
          setUndoing(null);
        }}
      />
      <CancelSheet
        isOpen={isCancelling}
        signedUp={counts.signedUp}
        cancelling={acting}
        onConfirm={(reason) => void cancel(reason)}
        onCancel={() => {
          acting.forget();
          setIsCancelling(false);
        }}
      />
    </Frame>
  );
});
