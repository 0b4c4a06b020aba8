import { View } from '@tarojs/components';
import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import { Banner } from '../../../../components/Banner';
import { Card } from '../../../../components/Card';
import { ErrorState } from '../../../../components/ErrorState';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { QuietButton } from '../../../../components/QuietButton';
import { ScanField } from '../../../../components/ScanField';
import { Skeleton } from '../../../../components/Skeleton';
import { ThumbBar } from '../../../../components/ThumbBar';
import { Frame } from '../../../../frame/Frame';
import { canScan, scanCode } from '../../../../platform/scanner';
import { signal } from '../../../../platform/signal';
import { useStore } from '../../../../root';
import { wordsFor } from '../../../../words';
import { type RecentScan, ScanStore } from '../../scanStore';
import { UndoSheet } from '../../UndoSheet';
import { AskSheet } from './AskSheet';
import { RecentScans } from './RecentScans';
import { ScanAnswer } from './ScanAnswer';
import { SessionHead } from './SessionHead';
import styles from './scan.module.scss';

/** What may be undone runs out while the page is open. */
const TICK_MS = 10_000;

/** 扫码签到: one person after the other, each with an answer that fills the screen. */
export default observer(function ScanPage() {
  const store = useStore(ScanStore);
  const { sessionId = '' } = useRouter().params;
  const [typed, setTyped] = useState('');
  const [undoing, setUndoing] = useState<RecentScan | null>(null);
  useDidShow(() => void store.open(sessionId));
  useEffect(() => {
    const timer = setInterval(() => store.roster.tick(), TICK_MS);
    return () => clearInterval(timer);
  }, [store]);

  const { shown, notice, roster } = store;
  const shownNo = shown?.no;
  const isGood = shown?.face.tone === 'credited';
  useEffect(() => {
    if (shownNo !== undefined) signal(isGood ? 'done' : 'refused');
  }, [shownNo, isGood]);
  useEffect(() => {
    if (notice) signal('refused');
  }, [notice]);

  const openCamera = async () => {
    const code = await scanCode();
    if (code) await store.take(code);
  };
  const handleNext = () => {
    store.dismiss();
    if (canScan) void openCamera();
  };
  const handleTyped = (code: string) => {
    setTyped('');
    if (!roster.acting.isBusy) setUndoing(null);
    // Enter alone goes on to the next person.
    if (code.trim() === '') store.dismiss();
    else void store.take(code);
  };

  const { session, loading, isCancelled } = roster;
  return (
    <Frame isWide>
      {loading.error !== null && (
        <ErrorState words={wordsFor(loading.error)} onRetry={() => void store.open(sessionId)} />
      )}
      {!session && loading.error === null && <Skeleton shape="card" />}
      {session && (
        <View className={styles.page}>
          <View>
            <SessionHead session={session} counts={roster.counts} now={roster.now} />
            {isCancelled && <Banner tone="refused">这一场已经取消，不能再签到。</Banner>}
            {notice && !store.asking && <Banner tone="refused">{notice}</Banner>}
            {!canScan && !isCancelled && (
              <Card>
                <ScanField
                  label={store.isBusy ? '正在核对…' : '请扫签到码'}
                  hint="用扫码枪扫，或把签到码粘贴在这里按回车。扫码枪请配英文输入法。"
                  value={typed}
                  onChange={setTyped}
                  onScan={handleTyped}
                />
              </Card>
            )}
            <View className={styles.roster}>
              <QuietButton
                onPress={() =>
                  void Taro.navigateTo({ url: `/features/desk/pages/roster/roster?sessionId=${sessionId}` })
                }
              >
                看名单
              </QuietButton>
            </View>
          </View>
          <View>
            <RecentScans
              scans={store.recent}
              canUndo={(scan) => store.canUndo(scan)}
              onUndo={setUndoing}
              onRetry={(scan) => void store.retry(scan)}
            />
          </View>
        </View>
      )}
      {session && !isCancelled && (
        <ThumbBar>
          <PrimaryButton
            isBusy={store.isBusy}
            onPress={() => (canScan ? void openCamera() : handleTyped(typed))}
          >
            扫码签到
          </PrimaryButton>
        </ThumbBar>
      )}
      {shown && (
        <ScanAnswer
          scan={shown}
          canUndo={store.canUndo(shown)}
          onUndo={() => setUndoing(shown)}
          onRetry={() => void store.retry(shown)}
          onNext={handleNext}
        />
      )}
      <AskSheet
        asking={store.asking}
        notice={notice}
        session={session}
        now={roster.now}
        isBusy={store.isBusy}
        onConfirm={() => void store.confirm()}
        onCancel={() => store.dismiss()}
      />
      <UndoSheet
        attendance={undoing?.result ?? null}
        undoing={roster.acting}
        onConfirm={() => undoing && void store.undo(undoing).then((isUndone) => isUndone && setUndoing(null))}
        onCancel={() => {
          roster.acting.forget();
          setUndoing(null);
        }}
      />
    </Frame>
  );
});
