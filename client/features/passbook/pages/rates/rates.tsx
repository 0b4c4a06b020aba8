import { useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import { Banner } from '../../../../components/Banner';
import type { PublicRateCard } from '../../../../../types/routes';
import { ErrorState } from '../../../../components/ErrorState';
import { Skeleton } from '../../../../components/Skeleton';
import { Frame } from '../../../../frame/Frame';
import { goTo } from '../../../../goTo';
import { HomeStore } from '../../../../holder/homeStore';
import { useStore } from '../../../../root';
import { wordsFor } from '../../../../words';
import { PosterCanvas } from './poster/PosterCanvas';
import { type SavedPoster, savePoster } from './poster/savePoster';
import { PrintedRateCard } from './PrintedRateCard';
import { RatesStore } from './ratesStore';

const pictureWords: Record<SavedPoster | 'failed', string> = {
  saved: '图片存好了，可以打印出来，贴在公告栏上。',
  shown: '没有存到相册。请在打开的图片上长按，再选“保存图片”。',
  failed: '图片没有画成。请再按一次“存成图片”，还不行就换一部手机。',
};

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

  const [picture, setPicture] = useState<SavedPoster | 'failed' | null>(null);
  const keepPicture = (card: PublicRateCard) =>
    void savePoster(card).then(setPicture, () => setPicture('failed'));

  return (
    <Frame>
      {store.error !== null && <ErrorState words={wordsFor(store.error)} onRetry={() => void load()} />}
      {!store.card && store.error === null && <Skeleton shape="line" count={10} />}
      {store.card && (
        <PrintedRateCard
          card={store.card}
          onCouncil={() => goTo('council', { branchId: store.card!.branchId })}
          onPicture={() => keepPicture(store.card!)}
          onEarlier={
            store.card.version > 1
              ? () => void store.show(store.card!.branchId, store.card!.version - 1)
              : undefined
          }
        />
      )}
      {picture && <Banner tone={picture === 'failed' ? 'refused' : 'good'}>{pictureWords[picture]}</Banner>}
      <PosterCanvas />
    </Frame>
  );
});
