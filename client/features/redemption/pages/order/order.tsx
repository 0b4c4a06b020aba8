import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { formatPoints } from '../../../../../types/points';
import type { OrderCard } from '../../../../../types/routes';
import { Card } from '../../../../components/Card';
import { CodeCard } from '../../../../components/CodeCard';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { ErrorState } from '../../../../components/ErrorState';
import { type Fact, Facts } from '../../../../components/Facts';
import { QuietButton } from '../../../../components/QuietButton';
import { Skeleton } from '../../../../components/Skeleton';
import { ThumbBar } from '../../../../components/ThumbBar';
import { Frame } from '../../../../frame/Frame';
import { scrollToTop } from '../../../../frame/scrollToTop';
import { useWhileShown } from '../../../../frame/useWhileShown';
import { HomeStore } from '../../../../holder/homeStore';
import { lightScreen } from '../../../../platform/screenLight';
import { useStore } from '../../../../root';
import { wordsFor } from '../../../../words';
import { moment, orderTitle } from '../../orderWords';
import { EndedOrder } from './EndedOrder';
import { OrderStore } from './orderStore';

/** 兑换单: the voucher that the merchant scans, and what became of it. Param: id. */
export default observer(function OrderPage() {
  const store = useStore(OrderStore);
  const home = useStore(HomeStore);
  const { id = '' } = useRouter().params;
  const [isAsking, setIsAsking] = useState(false);
  useWhileShown(() => {
    void store.load(id);
    return lightScreen();
  });
  usePullDownRefresh(() => void store.load(id).finally(() => Taro.stopPullDownRefresh()));

  const cancel = async () => {
    await store.cancel();
    setIsAsking(false);
    scrollToTop();
    void home.load();
  };
  const { order, error } = store;
  return (
    <Frame>
      {error !== null && <ErrorState words={wordsFor(error)} onRetry={() => void store.load(id)} />}
      {store.refusal !== null && <ErrorState words={wordsFor(store.refusal)} />}
      {!order && error === null && <Skeleton shape="card" count={3} />}
      {order && store.isOpen && <OpenVoucher order={order} />}
      {order && !store.isOpen && <EndedOrder order={order} isLate={store.isLate} isFresh={store.isFresh} />}
      {order && (
        <Card>
          <Facts facts={factsOf(order)} />
        </Card>
      )}
      {order && store.isOpen && (
        <ThumbBar>
          <QuietButton onPress={() => void store.load(id)}>领到了？看看结果</QuietButton>
          <QuietButton look="text" onPress={() => setIsAsking(true)}>
            取消兑换
          </QuietButton>
        </ThumbBar>
      )}
      <ConfirmSheet
        isOpen={isAsking && store.isOpen}
        title="取消这张兑换单？"
        confirmWords="取消兑换"
        cancelWords="不取消"
        isBusy={store.isBusy}
        onConfirm={() => void cancel()}
        onCancel={() => setIsAsking(false)}
      >
        {order && `${formatPoints(order.points)} 分马上退回，可以再用。`}
      </ConfirmSheet>
    </Frame>
  );
});

function OpenVoucher({ order }: { order: OrderCard }) {
  return (
    <CodeCard
      title={orderTitle(order)}
      subtitle={`到“${order.providerName}”出示`}
      code={order.voucher}
      state={order.voucher ? 'active' : 'loading'}
      words={`待领取　${moment(order.expiresAt)} 前有效`}
      readable={order.voucher ?? undefined}
    />
  );
}

function factsOf(order: OrderCard): Fact[] {
  return [
    { name: '领什么', value: orderTitle(order) },
    { name: '在哪里', value: order.providerName },
    { name: '积分', value: `${formatPoints(order.points)} 分，按积分标准第 ${order.version} 号` },
    { name: '下单', value: moment(order.placedAt) },
  ];
}
