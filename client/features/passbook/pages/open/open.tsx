import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';
import { ErrorState } from '../../../../components/ErrorState';
import { Skeleton } from '../../../../components/Skeleton';
import { Frame } from '../../../../frame/Frame';
import { scrollToTop } from '../../../../frame/scrollToTop';
import { HomeStore } from '../../../../holder/homeStore';
import { useStore } from '../../../../root';
import { wordsFor } from '../../../../words';
import { CodeKeyStore } from '../../codeKeyStore';
import { OpenedBook } from './OpenedBook';
import { OpenForm } from './OpenForm';
import { OpenStore } from './openStore';

/** 开户建折: a name, a number, a yes to the privacy notice; then the book lies open. */
export default observer(function OpenPage() {
  const store = useStore(OpenStore);
  const home = useStore(HomeStore);
  const keys = useStore(CodeKeyStore);

  useEffect(() => {
    void home.loadOnce().then(() => store.begin(home.home?.person?.name ?? ''));
  }, []);

  const show = async () => {
    await home.load();
    if (home.current) await keys.fetch(home.current.cover);
  };
  const open = async () => {
    await store.open();
    // The answer, or the first thing that is missing, stands at the top.
    if (!store.lacksOnlyConsent) scrollToTop();
    if (store.openedId) await show();
  };

  const cover = home.current?.cover;
  if (store.openedId || cover) {
    return (
      <Frame>
        {cover && <OpenedBook cover={cover} isNew={store.openedId !== null} />}
        {!cover && home.error === null && <Skeleton shape="cover" />}
        {!cover && home.error !== null && (
          <ErrorState words={wordsFor(home.error)} onRetry={() => void show()} retryWords="看看开好了没有" />
        )}
      </Frame>
    );
  }
  return (
    <Frame>
      {!store.branches && store.error === null && <Skeleton shape="line" count={6} />}
      {!store.branches && store.error !== null && (
        <ErrorState words={wordsFor(store.error)} onRetry={() => void store.begin('')} />
      )}
      {store.branches && <OpenForm store={store} branches={store.branches} onOpen={() => void open()} />}
    </Frame>
  );
});
