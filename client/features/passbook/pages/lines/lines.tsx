import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import { EmptyState } from '../../../../components/EmptyState';
import { ErrorState } from '../../../../components/ErrorState';
import { PassbookPage } from '../../../../components/PassbookPage';
import { QuietButton } from '../../../../components/QuietButton';
import { Skeleton } from '../../../../components/Skeleton';
import { ThumbBar } from '../../../../components/ThumbBar';
import { Frame } from '../../../../frame/Frame';
import { scrollToTop } from '../../../../frame/scrollToTop';
import { HomeStore } from '../../../../holder/homeStore';
import { useStore } from '../../../../root';
import { wordsFor } from '../../../../words';
import { LineSheet } from '../../LineSheet';
import { printedLines } from '../../printedLines';
import { LinesStore } from './linesStore';
import styles from './lines.module.scss';
import { TurningPage } from './TurningPage';

/** 往前翻: the pages that are full, one at a time, as a book is turned. */
export default observer(function LinesPage() {
  const home = useStore(HomeStore);
  const store = useStore(LinesStore);
  const [pressedId, setPressedId] = useState<string | null>(null);

  const begin = async () => {
    await home.loadOnce();
    const { current } = home;
    if (current && current.page.no > 1) await store.open(current.cover.id, current.page.no - 1);
  };
  useEffect(() => {
    void begin();
  }, []);

  const { current } = home;
  const error = home.current ? store.error : home.error;
  const last = (current?.page.no ?? 1) - 1;
  if (home.home && last < 1) {
    return (
      <Frame>
        <EmptyState icon="passbook" title="前面没有了" detail="第 1 页还没有印满，都在存折那一页上。" />
      </Frame>
    );
  }
  const turn = (step: 1 | -1) => {
    const to = store.pageNo + step;
    if (to < 1 || to > last) return;
    void store.turnTo(to);
    scrollToTop();
  };
  const draw = (pageNo: number) => {
    const page = store.pageAt(pageNo);
    if (!page) return <Skeleton shape="line" count={10} />;
    return (
      <PassbookPage
        pageNo={page.no}
        opening={page.opening}
        lines={printedLines(page, home.home?.rateCard ?? null)}
        carriedOver={page.closing}
        onLine={setPressedId}
      />
    );
  };
  return (
    <Frame>
      {error !== null && <ErrorState words={wordsFor(error)} onRetry={() => void begin()} />}
      {error === null && (
        <TurningPage pageNo={store.pageNo} draw={draw} onSwipe={(to) => turn(to === 'back' ? -1 : 1)} />
      )}
      <ThumbBar>
        <View className={styles.turn}>
          <View className={styles.side}>
            <QuietButton onPress={() => turn(-1)} isDisabled={store.pageNo <= 1}>
              前一页
            </QuietButton>
          </View>
          <View className={styles.side}>
            <QuietButton onPress={() => turn(1)} isDisabled={store.pageNo >= last}>
              后一页
            </QuietButton>
          </View>
        </View>
      </ThumbBar>
      <LineSheet
        line={store.page?.lines.find((line) => line.id === pressedId) ?? null}
        branchId={current?.cover.branchId ?? ''}
        onClose={() => setPressedId(null)}
      />
    </Frame>
  );
});
