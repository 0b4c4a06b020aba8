import { useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';
import { ErrorState } from '../../../../components/ErrorState';
import { Skeleton } from '../../../../components/Skeleton';
import { Frame } from '../../../../frame/Frame';
import { HomeStore } from '../../../../holder/homeStore';
import { useStore } from '../../../../root';
import { wordsFor } from '../../../../words';
import { PrintedRateCard } from './PrintedRateCard';
import { RatesStore } from './ratesStore';

/** 积分标准: the rate card as it is printed in the book. Params: branchId and version, both optional. */
export default observer(function RatesPage() {
  const store = useStore(RatesStore);
  const home = useStore(HomeStore);
  const { branchId, version } = useRouter().params;
  const load = () =>
    store.show(branchId ?? home.branchId, version ? Number(version) : null, home.home?.rateCard ?? null);
  useEffect(() => {
    void load();
  }, [branchId, version]);

  return (
    <Frame>
      {store.error !== null && <ErrorState words={wordsFor(store.error)} onRetry={() => void load()} />}
      {!store.card && store.error === null && <Skeleton shape="line" count={10} />}
      {store.card && (
        <PrintedRateCard
          card={store.card}
          onEarlier={
            store.card.version > 1
              ? () => void store.show(store.card!.branchId, store.card!.version - 1)
              : undefined
          }
        />
      )}
    </Frame>
  );
});
