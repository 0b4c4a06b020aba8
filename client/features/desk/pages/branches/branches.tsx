import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { shanghai } from '../../../../../types/day';
import { Banner } from '../../../../components/Banner';
import { Card } from '../../../../components/Card';
import { EmptyState } from '../../../../components/EmptyState';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { type RecordColumn, RecordTable } from '../../../../components/RecordTable';
import { useStore } from '../../../../root';
import { BranchesStore } from '../../branchesStore';
import { DeskStore } from '../../deskStore';
import { OfficePage } from '../../OfficePage';
import { NewBranch } from './NewBranch';

type Row = NonNullable<BranchesStore['office']>['branches'][number];

const columns: RecordColumn<Row>[] = [
  { head: '编号', part: 'detail', share: 1, cell: ({ id }) => `${id} 号` },
  { head: '名称', part: 'title', share: 4, cell: ({ name }) => name },
  { head: '存折', part: 'detail', share: 2, cell: ({ passbooks }) => `${passbooks} 本存折` },
  {
    head: '开所日期',
    part: 'detail',
    share: 2,
    cell: ({ createdAt }) => `${shanghai(createdAt).format('YYYY年M月D日')}开所`,
  },
];

const openMembers = (branchId: string) =>
  void Taro.navigateTo({ url: `/features/desk/pages/members/members?branchId=${branchId}` });

/** 储蓄所: the street office's branches, each with its people. */
export default observer(function BranchesPage() {
  const store = useStore(BranchesStore);
  const { workplace } = useStore(DeskStore);
  useDidShow(() => void store.load());
  usePullDownRefresh(() => void store.load().finally(() => Taro.stopPullDownRefresh()));

  const { office, loading, opened } = store;
  return (
    <OfficePage
      look="records"
      isLoading={!office}
      error={loading.error}
      onRetry={() => void store.load()}
      thumb={office && <PrimaryButton onPress={() => store.begin()}>新建储蓄所</PrimaryButton>}
    >
      {opened && (
        <Banner tone="good" actionWords="去邀请主任" onAction={() => openMembers(opened.id)}>
          {`${opened.name}开好了。下一步，给它邀请一位主任。`}
        </Banner>
      )}
      {office && office.branches.length === 0 && (
        <EmptyState
          icon="house"
          title="还没有储蓄所"
          detail={`给${office.street}的每个社区建一个储蓄所，再邀请它的主任。`}
        />
      )}
      {office && office.branches.length > 0 && (
        <Card title={office.street}>
          <RecordTable columns={columns} records={office.branches} onPress={({ id }) => openMembers(id)} />
        </Card>
      )}
      <NewBranch store={store} onOpened={() => void workplace.load()} />
    </OfficePage>
  );
});
