import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { EmptyState } from '../../../../../components/EmptyState';
import { useStore } from '../../../../../root';
import { BranchSwitch } from '../../BranchSwitch';
import { ClosingsStore } from '../../../closingsStore';
import { Earlier } from '../../../../../books/Earlier';
import { NoBranch } from '../../../NoBranch';
import { OfficePage } from '../../../OfficePage';
import { useAnyBranch } from '../../useAnyBranch';
import { ClosingTable } from './ClosingTable';

/** 日终轧账: how each day's books add up, and where they do not. */
export default observer(function ClosingsPage() {
  const store = useStore(ClosingsStore);
  const { workplace, branchId, isKnown, reload, choose } = useAnyBranch((branch) => store.load(branch));
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));

  const closings = branchId === store.branchId ? store.closings : null;
  const audit = () =>
    void Taro.navigateTo({ url: `/features/desk/books/pages/audit/audit?branchId=${branchId ?? ''}` });
  return (
    <OfficePage
      look="records"
      isLoading={branchId ? !closings : !isKnown}
      error={workplace.loading.error ?? store.loading.error}
      onRetry={() => void reload()}
    >
      {!branchId && <NoBranch isStreet={workplace.isStreet} />}
      {branchId && <BranchSwitch workplace={workplace} branchId={branchId} onChoose={choose} />}
      {closings?.length === 0 && (
        <EmptyState
          icon="check"
          title="还没有轧过账"
          detail="每天夜里自动轧前一天的账，明天这里就有第一张。"
        />
      )}
      {closings && closings.length > 0 && (
        <ClosingTable closings={closings} onAudit={workplace.isStreet ? audit : undefined} />
      )}
      {closings && (
        <Earlier isThere={store.more} progress={store.goingBack} onPress={() => void store.loadEarlier()} />
      )}
    </OfficePage>
  );
});
