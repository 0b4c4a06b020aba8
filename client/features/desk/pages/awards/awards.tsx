import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { formatPoints } from '../../../../../types/points';
import { Banner } from '../../../../components/Banner';
import { EmptyState } from '../../../../components/EmptyState';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { useStore } from '../../../../root';
import { AwardsStore } from '../../awardsStore';
import { NoBranch } from '../../NoBranch';
import { OfficePage } from '../../OfficePage';
import { useOffice } from '../../useOffice';
import { AwardList } from './AwardList';
import { DecideSheet } from './DecideSheet';

/** 荣誉奖励: what was proposed, and what became of it. */
export default observer(function AwardsPage() {
  const store = useStore(AwardsStore);
  const { workplace, branchId, isKnown, reload } = useOffice((branch) => store.load(branch));
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));

  const { awards, waiting, settled, decided } = store;
  const isManager = workplace.isManagerAt(branchId);
  const propose = () =>
    void Taro.navigateTo({ url: `/features/desk/pages/award/award?branchId=${branchId ?? ''}` });
  return (
    <OfficePage
      look="records"
      isLoading={branchId ? !awards : !isKnown}
      error={workplace.loading.error ?? store.loading.error}
      onRetry={() => void reload()}
      thumb={awards && <PrimaryButton onPress={propose}>申报荣誉奖励</PrimaryButton>}
    >
      {!branchId && <NoBranch isStreet={workplace.isStreet} />}
      {decided && (
        <Banner tone={decided.state === 'approved' ? 'good' : 'info'}>
          {decided.state === 'approved'
            ? `已批准。${decided.name}的存折上记了 ${formatPoints(decided.points)} 分。`
            : `没有批准。${decided.name}没有记分。`}
        </Banner>
      )}
      {awards?.length === 0 && (
        <EmptyState
          icon="star"
          title="还没有荣誉奖励"
          detail="有人做了突出贡献，由一位工作人员申报，主任批准后记分。"
        />
      )}
      {waiting.length > 0 && (
        <AwardList
          title={`等主任决定　${waiting.length} 件`}
          awards={waiting}
          onDecide={isManager ? (award, approved) => store.ask(award, approved) : undefined}
        />
      )}
      {settled.length > 0 && <AwardList title="已经决定" awards={settled} />}
      <DecideSheet store={store} />
    </OfficePage>
  );
});
