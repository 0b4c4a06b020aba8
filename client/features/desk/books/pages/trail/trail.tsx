import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { ActRow } from '../../../../../../types/act';
import { shanghai } from '../../../../../../types/day';
import { aboutWords, actName, actor, changeWords, reasonWords } from '../../../../../books/actWords';
import { Earlier } from '../../../../../books/Earlier';
import { Card } from '../../../../../components/Card';
import { EmptyState } from '../../../../../components/EmptyState';
import { PointsText } from '../../../../../components/PointsText';
import { type RecordColumn, RecordTable } from '../../../../../components/RecordTable';
import { datedWords } from '../../../../../dayWords';
import { useStore } from '../../../../../root';
import { BranchSwitch } from '../../BranchSwitch';
import { NoBranch } from '../../../NoBranch';
import { OfficePage } from '../../../OfficePage';
import { TrailStore } from '../../trailStore';
import { useAnyBranch } from '../../useAnyBranch';

const columns: RecordColumn<ActRow>[] = [
  { head: '时间', part: 'detail', share: 2, cell: ({ at }) => shanghai(at).format('HH:mm') },
  { head: '谁', part: 'detail', share: 3, cell: actor },
  { head: '做了什么', part: 'title', share: 4, cell: actName },
  { head: '对象', part: 'detail', share: 5, cell: aboutWords },
  { head: '存折', part: 'detail', share: 4, cell: ({ passbookId }) => passbookId },
  { head: '前后', part: 'detail', share: 5, cell: changeWords },
  { head: '事由', part: 'detail', share: 4, cell: reasonWords },
  {
    head: '积分',
    part: 'mark',
    share: 2,
    cell: ({ points }) => points !== null && <PointsText points={points} signed />,
  },
];

/** 操作记录: who did what at a branch, when, for what, before and after. */
export default observer(function TrailPage() {
  const store = useStore(TrailStore);
  const { workplace, branchId, isKnown, reload, choose } = useAnyBranch((branch) => store.load(branch));
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));

  const { pages } = store;
  const acts = branchId === store.branchId ? pages.acts : null;
  return (
    <OfficePage
      look="records"
      isLoading={branchId ? !acts : !isKnown}
      error={workplace.loading.error ?? pages.loading.error}
      onRetry={() => void reload()}
    >
      {!branchId && <NoBranch isStreet={workplace.isStreet} />}
      {branchId && <BranchSwitch workplace={workplace} branchId={branchId} onChoose={choose} />}
      {acts?.length === 0 && (
        <EmptyState icon="list" title="还没有操作" detail="工作人员办一件事，这里就留下一行，谁也删不掉。" />
      )}
      {acts &&
        pages.days.map(({ day, acts: done }) => (
          <Card key={day} title={datedWords(day)}>
            <RecordTable columns={columns} records={done} />
          </Card>
        ))}
      {acts && (
        <Earlier isThere={pages.more} progress={pages.goingBack} onPress={() => void pages.loadEarlier()} />
      )}
    </OfficePage>
  );
});
