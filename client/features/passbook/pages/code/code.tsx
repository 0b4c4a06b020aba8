import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import { isRefusal } from '../../../../cloud/CallError';
import { Banner } from '../../../../components/Banner';
import { CodeCard } from '../../../../components/CodeCard';
import { EmptyState } from '../../../../components/EmptyState';
import { ErrorState } from '../../../../components/ErrorState';
import { QuietButton } from '../../../../components/QuietButton';
import { ThumbBar } from '../../../../components/ThumbBar';
import { Frame } from '../../../../frame/Frame';
import { useWhileShown } from '../../../../frame/useWhileShown';
import { ChoosePassbook } from '../../../../holder/ChoosePassbook';
import { HomeStore } from '../../../../holder/homeStore';
import { lightScreen } from '../../../../platform/screenLight';
import { useRoot, useStore } from '../../../../root';
import { wordsFor } from '../../../../words';
import { CodeKeyStore, type KeptKey } from '../../codeKeyStore';
import { TodaysSessions } from '../../TodaysSessions';
import styles from './code.module.scss';
import { drawCode, secondsLeft } from './drawCode';
import { NumberSheet } from './NumberSheet';

const TICK_MS = 500;

/** 签到码: what the teller scans. Drawn on the phone; the bank is only asked whether the key is still the same. */
export default observer(function CodePage() {
  const home = useStore(HomeStore);
  const keys = useStore(CodeKeyStore);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [isTelling, setIsTelling] = useState(false);

  const cover = home.current?.cover;
  const shownId = chosenId ?? cover?.id ?? keys.kept[0]?.passbookId ?? null;
  const kept = keys.find(shownId);
  const error = kept ? null : (home.error ?? keys.error);
  const isWithout = home.home !== null && home.passbooks.length === 0;
  const passbooks = home.home ? home.passbooks : keys.kept.map(({ passbookId: id, kind }) => ({ id, kind }));

  const refreshKey = async () => {
    await home.loadOnce();
    if (home.current) await keys.fetch(home.current.cover);
  };
  useWhileShown(() => {
    void refreshKey();
    return lightScreen();
  });
  const choose = (passbookId: string) => {
    setChosenId(passbookId);
    void home.show(passbookId).then(refreshKey);
  };

  return (
    <Frame>
      {passbooks.length > 1 && (
        <View className={styles.choice}>
          <ChoosePassbook label="记到哪一本存折" passbooks={passbooks} value={shownId} onChange={choose} />
        </View>
      )}
      {error !== null && <ErrorState words={wordsFor(error)} onRetry={() => void refreshKey()} />}
      {error === null && isWithout && (
        <EmptyState icon="passbook" title="还没有存折" detail="先开一本存折，就有自己的签到码了。" />
      )}
      {error === null && !isWithout && <LiveCode kept={kept} />}
      {kept && isRefusal(keys.error ?? home.error, 'NETWORK') && (
        <Banner tone="info" icon="offline">
          现在没有网络，码照样能用。
        </Banner>
      )}
      {cover?.id === shownId && <TodaysSessions sessions={home.todaysSessions} today={home.today} />}
      {kept && <View className={styles.words}>请工作人员扫这个码。没有网络也能用，请不要截图给别人。</View>}
      <ThumbBar>
        <QuietButton onPress={() => setIsTelling(true)}>打不开？报存折号</QuietButton>
      </ThumbBar>
      <NumberSheet
        isOpen={isTelling}
        number={shownId}
        name={kept?.name ?? cover?.name}
        onClose={() => setIsTelling(false)}
      />
    </Frame>
  );
});

/** The code of this half minute, and how long it has. Only this part is drawn anew while time passes. */
function LiveCode({ kept }: { kept: KeptKey | null }) {
  const { clock } = useRoot();
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [clock]);

  const code = kept && drawCode(kept, now);
  return (
    <CodeCard
      title={kept?.name ?? '签到码'}
      subtitle={kept ? `${kept.passbookId} · ${kept.branchName}` : undefined}
      code={code}
      state={code ? 'active' : 'loading'}
      countdown={secondsLeft(now)}
      readable={code ?? undefined}
    />
  );
}
