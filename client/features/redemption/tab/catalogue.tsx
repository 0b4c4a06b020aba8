import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Choice } from '../../../components/Choice';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorState } from '../../../components/ErrorState';
import { QuietButton } from '../../../components/QuietButton';
import { Skeleton } from '../../../components/Skeleton';
import { Frame } from '../../../frame/Frame';
import { goTo } from '../../../goTo';
import { ChooseBranch } from '../../../holder/ChooseBranch';
import { HomeStore } from '../../../holder/homeStore';
import { useBranch } from '../../../holder/useBranch';
import { useStore } from '../../../root';
import { wordsFor } from '../../../words';
import { AvailablePoints } from '../AvailablePoints';
import { CatalogueStore, type RewardKind } from '../catalogueStore';
import { rewardKindNames } from '../rewardKindNames';
import { RewardPlate } from '../RewardPlate';
import styles from './catalogue.module.scss';

/** 兑换: what the points buy, what is affordable first. */
export default observer(function CatalogueTab() {
  const store = useStore(CatalogueStore);
  const home = useStore(HomeStore);
  const branch = useBranch((branchId) => store.load(branchId), true);
  usePullDownRefresh(() => void branch.refresh().finally(() => Taro.stopPullDownRefresh()));

  const error = branch.error ?? store.error;
  if (branch.choices) {
    return (
      <Frame>
        <ChooseBranch branches={branch.choices} onChoose={branch.choose} />
      </Frame>
    );
  }
  return (
    <Frame>
      <AvailablePoints home={home} />
      {error !== null && <ErrorState words={wordsFor(error)} onRetry={() => void branch.refresh()} />}
      {!store.rewards && error === null && <Skeleton shape="card" count={4} />}
      {store.kinds.length > 1 && <Filter store={store} />}
      {store.sorted(home.available).map((reward) => (
        <RewardPlate
          key={reward.rewardId}
          reward={reward}
          available={home.available}
          onPress={() => goTo('reward', { id: reward.rewardId })}
        />
      ))}
      {store.rewards?.length === 0 && (
        <EmptyState
          icon="gift"
          title="还没有兑换品"
          detail="储蓄所和商户上架、写进积分标准以后，就会排在这里。"
        />
      )}
      <View className={styles.end}>
        {branch.askAgain && (
          <QuietButton look="text" onPress={branch.askAgain}>
            换一个储蓄所看看
          </QuietButton>
        )}
      </View>
    </Frame>
  );
});

const Filter = observer(function Filter({ store }: { store: CatalogueStore }) {
  const options: { value: RewardKind | 'all'; label: string }[] = [
    { value: 'all', label: '全部' },
    ...store.kinds.map((kind) => ({ value: kind, label: rewardKindNames[kind] })),
  ];
  return (
    <View className={styles.filter}>
      <Choice
        label="看哪一种"
        options={options}
        value={store.kind ?? 'all'}
        onChange={(chosen) => store.choose(chosen === 'all' ? null : chosen)}
      />
    </View>
  );
});
