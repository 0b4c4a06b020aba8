import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { EmptyState } from '../../../../components/EmptyState';
import { ErrorState } from '../../../../components/ErrorState';
import { Skeleton } from '../../../../components/Skeleton';
import { NewsCard } from '../../../../council/NewsCard';
import { NewsStore } from '../../../../council/newsStore';
import { Frame } from '../../../../frame/Frame';
import { HomeStore } from '../../../../holder/homeStore';
import { useStore } from '../../../../root';
import { wordsFor } from '../../../../words';
import { HistoryStore } from '../../historyStore';
import { PastCardPlate } from './PastCardPlate';

/** 积分标准的历史: every card, who agreed to it and what it changed. Param: branchId, else the caller's own. */
export default observer(function HistoryPage() {
  const store = useStore(HistoryStore);
  const home = useStore(HomeStore);
  const news = useStore(NewsStore);
  const named = useRouter().params.branchId;
  const load = async () => {
    if (!named) await home.loadOnce();
    const branchId = named ?? home.branchId;
    if (branchId) await Promise.all([store.load(branchId), news.prepare(branchId)]);
  };
  useDidShow(() => void load());
  usePullDownRefresh(() => void load().finally(() => Taro.stopPullDownRefresh()));

  const { cards, list, loading } = store;
  const error = loading.error ?? (cards ? null : home.error);
  const isNowhere = !named && home.home !== null && home.branchId === null;
  return (
    <Frame>
      {error !== null && <ErrorState words={wordsFor(error)} onRetry={() => void load()} />}
      {!cards && error === null && !isNowhere && <Skeleton shape="card" count={2} />}
      {isNowhere && (
        <EmptyState icon="list" title="还没有您的储蓄所" detail="开一本存折，就能看到本所历来的积分标准。" />
      )}
      {cards?.length === 0 && (
        <EmptyState icon="list" title="还没有积分标准" detail="第一号标准发布以后，就印在这里。" />
      )}
      {cards && <NewsCard topic="rateCard" title="有新标准时通知我" />}
      {list.map((past) => (
        <PastCardPlate key={past.card.version} past={past} />
      ))}
    </Frame>
  );
});
