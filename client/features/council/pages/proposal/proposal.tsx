import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { ErrorState } from '../../../../components/ErrorState';
import { Skeleton } from '../../../../components/Skeleton';
import { Frame } from '../../../../frame/Frame';
import { HomeStore } from '../../../../holder/homeStore';
import { useStore } from '../../../../root';
import { usePageStore } from '../../../../usePageStore';
import { wordsFor } from '../../../../words';
import { ImpactStore } from '../../impactStore';
import { ProposalStore } from '../../proposalStore';
import { Changes } from './Changes';
import { Head } from './Head';
import { ImpactCard } from './ImpactCard';
import { Life } from './Life';
import { MinutesCard } from './MinutesCard';
import { NextStepBar } from './NextStepBar';
import { Remarks } from './Remarks';
import { Votes } from './Votes';

import styles from './proposal.module.scss';

/** A proposal from its first draft to what people think of its card. Param: id. */
export default observer(function ProposalPage() {
  const store = usePageStore(ProposalStore);
  const impact = usePageStore(ImpactStore);
  const home = useStore(HomeStore);
  const { id = '' } = useRouter().params;
  const weigh = async () => {
    const { page, revision, isAhead } = store;
    if (page && revision && isAhead) await impact.load(page.branchId, revision);
  };
  const load = async () => {
    const before = store.revision?.revision;
    await Promise.all([store.load(id), home.loadOnce()]);
    if (store.revision?.revision !== before) await weigh();
  };
  useDidShow(() => void load());
  usePullDownRefresh(() => void load().finally(() => Taro.stopPullDownRefresh()));

  const { page, loading, asOf } = store;
  const isManager = home.roles.some(
    ({ role, branchId }) => role === 'manager' && branchId === page?.branchId,
  );
  return (
    <Frame isWide>
      {loading.error !== null && <ErrorState words={wordsFor(loading.error)} onRetry={() => void load()} />}
      {!page && loading.error === null && <Skeleton shape="card" />}
      {page && (
        <>
          <View className={styles.columns}>
            <View>
              <Head page={page} asOf={asOf} />
              <Changes
                store={store}
                onChoose={(revision) => {
                  store.choose(revision);
                  void weigh();
                }}
              />
              {store.isAhead && <ImpactCard store={impact} onRetry={() => void weigh()} />}
            </View>
            <View>
              <View id="seats">
                <Votes page={page} />
              </View>
              <MinutesCard page={page} />
              <Remarks store={store} />
              <Life page={page} asOf={asOf} />
            </View>
          </View>
          <NextStepBar store={store} isManager={isManager} />
        </>
      )}
    </Frame>
  );
});
