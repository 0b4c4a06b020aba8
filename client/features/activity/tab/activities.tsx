import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { Category } from '../../../../types/entities';
import { Choice } from '../../../components/Choice';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorState } from '../../../components/ErrorState';
import { QuietButton } from '../../../components/QuietButton';
import { Skeleton } from '../../../components/Skeleton';
import { spoken } from '../../../components/spoken';
import { dayWords } from '../../../dayWords';
import { Frame } from '../../../frame/Frame';
import { goTo } from '../../../goTo';
import { ChooseBranch } from '../../../holder/ChooseBranch';
import { useBranch } from '../../../holder/useBranch';
import { categoryNames } from '../../../names';
import { useStore } from '../../../root';
import { wordsFor } from '../../../words';
import { ActivityStore } from '../activityStore';
import { SessionPlate } from '../SessionPlate';
import styles from './activities.module.scss';

/** 活动: what is on, day by day. */
export default observer(function ActivitiesTab() {
  const store = useStore(ActivityStore);
  const branch = useBranch((branchId) => store.load(branchId));
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
      {error !== null && <ErrorState words={wordsFor(error)} onRetry={() => void branch.refresh()} />}
      {!store.sessions && error === null && <Skeleton shape="card" count={4} />}
      {store.categories.length > 1 && <Filter store={store} />}
      {store.days.map(({ day, sessions }) => (
        <View key={day}>
          <View className={styles.day} {...spoken('heading')}>
            {dayWords(day, store.today)}
          </View>
          {sessions.map((session) => (
            <SessionPlate
              key={session.id}
              session={session}
              onPress={() => goTo('session', { id: session.id })}
            />
          ))}
        </View>
      ))}
      {store.sessions && store.days.length === 0 && (
        <EmptyState
          icon="calendar"
          title="这几天没有活动"
          detail="储蓄所发布新活动后，就会排在这里。过两天再来看看。"
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

const Filter = observer(function Filter({ store }: { store: ActivityStore }) {
  const options: { value: Category | 'all'; label: string }[] = [
    { value: 'all', label: '全部' },
    ...store.categories.map((category) => ({ value: category, label: categoryNames[category] })),
  ];
  return (
    <View className={styles.filter}>
      <Choice
        label="看哪一类"
        options={options}
        value={store.category ?? 'all'}
        onChange={(chosen) => store.choose(chosen === 'all' ? null : chosen)}
      />
    </View>
  );
});
