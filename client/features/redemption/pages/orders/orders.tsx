import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { formatPoints } from '../../../../../types/points';
import type { OrderCard } from '../../../../../types/routes';
import { Card } from '../../../../components/Card';
import { EmptyState } from '../../../../components/EmptyState';
import { ErrorState } from '../../../../components/ErrorState';
import { Pill, type PillTone } from '../../../../components/Pill';
import { QuietButton } from '../../../../components/QuietButton';
import { Skeleton } from '../../../../components/Skeleton';
import { Frame } from '../../../../frame/Frame';
import { goTo, showTab } from '../../../../goTo';
import { HomeStore } from '../../../../holder/homeStore';
import { useStore } from '../../../../root';
import { wordsFor } from '../../../../words';
import { moment, orderTitle, stateWord } from '../../orderWords';
import styles from './orders.module.scss';
import { OrdersStore } from './ordersStore';

const tones: Record<OrderCard['state'], PillTone> = {
  placing: 'waiting',
  reserved: 'waiting',
  confirmed: 'good',
  cancelled: 'plain',
  expired: 'plain',
  undoing: 'plain',
  undone: 'plain',
  refused: 'refused',
};

/** 我的兑换单: the open passbook's orders, newest first. */
export default observer(function OrdersPage() {
  const store = useStore(OrdersStore);
  const home = useStore(HomeStore);
  const refresh = async () => {
    await home.loadOnce();
    if (home.current) await store.load(home.current.cover.id);
  };
  useDidShow(() => void refresh());
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()));

  const hasNone = store.orders?.length === 0 || (home.home !== null && !home.current);
  const error = home.current ? store.error : home.error;
  return (
    <Frame>
      {error !== null && <ErrorState words={wordsFor(error)} onRetry={() => void refresh()} />}
      {!store.orders && !hasNone && error === null && <Skeleton shape="card" count={3} />}
      {hasNone && (
        <EmptyState icon="gift" title="还没有兑换过" detail="攒够积分，就能兑换实物和服务。">
          <QuietButton onPress={() => showTab('catalogue')}>看看能兑什么</QuietButton>
        </EmptyState>
      )}
      {home.current && store.orders?.map((order) => <OrderPlate key={order.id} order={order} />)}
      {store.orders && store.hasMore && (
        <View className={styles.more}>
          <QuietButton onPress={() => void store.loadMore()} isDisabled={store.isLoading}>
            {store.isLoading ? '正在找…' : '看更早的'}
          </QuietButton>
        </View>
      )}
      <View className={styles.end} />
    </Frame>
  );
});

function OrderPlate({ order }: { order: OrderCard }) {
  const { id, state, points, providerName, placedAt, endedAt, undoneAt, expiresAt } = order;
  const when =
    state === 'reserved'
      ? `${moment(expiresAt)} 前领取`
      : `${moment(undoneAt ?? endedAt ?? placedAt)} ${stateWord(state)}`;
  return (
    <Card
      title={orderTitle(order)}
      aside={<Pill tone={tones[state]}>{stateWord(state)}</Pill>}
      onPress={() => goTo('order', { id })}
    >
      <View className={styles.foot}>
        {formatPoints(points)} 分 · {providerName}
      </View>
      <View className={styles.when}>{when}</View>
    </Card>
  );
}
