import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { ActRow } from '../../../../../types/act';
import { reasonWords, sentenceForHolder } from '../../../../books/actWords';
import { Earlier } from '../../../../books/Earlier';
import { Card } from '../../../../components/Card';
import { EmptyState } from '../../../../components/EmptyState';
import { ErrorState } from '../../../../components/ErrorState';
import { PointsText } from '../../../../components/PointsText';
import { Skeleton } from '../../../../components/Skeleton';
import { datedWords } from '../../../../dayWords';
import { Frame } from '../../../../frame/Frame';
import { HomeStore } from '../../../../holder/homeStore';
import { useStore } from '../../../../root';
import { wordsFor } from '../../../../words';
import styles from './acts.module.scss';
import { ActsStore } from './actsStore';

/** 存折操作记录: what staff did about the passbook that is open, in plain words. */
export default observer(function ActsPage() {
  const home = useStore(HomeStore);
  const store = useStore(ActsStore);
  const load = async () => {
    await home.loadOnce();
    if (home.current) await store.load(home.current.cover.id);
  };
  useDidShow(() => void load());
  usePullDownRefresh(() => void load().finally(() => Taro.stopPullDownRefresh()));

  const { pages } = store;
  const { current } = home;
  const acts = current && store.passbookId === current.cover.id ? pages.acts : null;
  const error = home.home ? pages.loading.error : home.error;
  const isNowhere = home.home !== null && !current;
  return (
    <Frame>
      {error !== null && <ErrorState words={wordsFor(error)} onRetry={() => void load()} />}
      {!acts && error === null && !isNowhere && <Skeleton shape="line" count={6} />}
      {isNowhere && (
        <EmptyState icon="passbook" title="还没有存折" detail="开一本存折，谁动过它，这里都记着。" />
      )}
      {acts && (
        <View className={styles.intro}>
          谁在什么时候对这本存折做了什么，都在这里，谁也删不掉。有不对的，请找储蓄所主任。
        </View>
      )}
      {acts?.length === 0 && (
        <EmptyState icon="list" title="还没有操作" detail="工作人员为您办一件事，这里就多一行。" />
      )}
      {acts &&
        pages.days.map(({ day, acts: done }) => (
          <Card key={day} title={datedWords(day)}>
            {done.map((act) => (
              <Act key={act.id} act={act} />
            ))}
          </Card>
        ))}
      {acts && (
        <Earlier isThere={pages.more} progress={pages.goingBack} onPress={() => void pages.loadEarlier()} />
      )}
      <View className={styles.end} />
    </Frame>
  );
});

function Act({ act }: { act: ActRow }) {
  return (
    <View className={styles.act}>
      <View className={styles.words}>
        <View>{sentenceForHolder(act)}</View>
        {act.reason && <View className={styles.reason}>事由：{reasonWords(act)}</View>}
      </View>
      {act.points !== null && <PointsText points={act.points} signed />}
    </View>
  );
}
