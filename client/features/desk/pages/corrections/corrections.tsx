import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { formatPoints } from '../../../../../types/points';
import type { CorrectionRow } from '../../../../../types/routes';
import { Banner } from '../../../../components/Banner';
import { EmptyState } from '../../../../components/EmptyState';
import { QuietButton } from '../../../../components/QuietButton';
import { useStore } from '../../../../root';
import { CorrectionsStore } from '../../correctionsStore';
import { NoBranch } from '../../NoBranch';
import { OfficePage } from '../../OfficePage';
import { useOffice } from '../../useOffice';
import { CorrectionList } from './CorrectionList';
import { DecideCorrectionSheet } from './DecideCorrectionSheet';

/** 更正: what was found wrong after its quarter of an hour, and what became of it. */
export default observer(function CorrectionsPage() {
  const store = useStore(CorrectionsStore);
  const { workplace, branchId, isKnown, reload } = useOffice((branch) => store.load(branch));
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));

  const { corrections, waiting, settled, decided } = store;
  const isManager = workplace.isManagerAt(branchId);
  const find = () =>
    void Taro.navigateTo({ url: `/features/desk/pages/passbooks/passbooks?branchId=${branchId ?? ''}` });
  return (
    <OfficePage
      look="records"
      isLoading={branchId ? !corrections : !isKnown}
      error={workplace.loading.error ?? store.loading.error}
      onRetry={() => void reload()}
      thumb={corrections && <QuietButton onPress={find}>查存折，提出更正</QuietButton>}
    >
      {!branchId && <NoBranch isStreet={workplace.isStreet} />}
      {decided && (
        <Banner tone={decided.state === 'approved' ? 'good' : 'info'}>{outcomeWords(decided)}</Banner>
      )}
      {corrections?.length === 0 && (
        <EmptyState
          icon="list"
          title="没有更正"
          detail="过了一刻钟才发现记错的，在存折明细里提出更正，主任批准后冲正。"
        />
      )}
      {waiting.length > 0 && (
        <CorrectionList
          title={`等主任决定　${waiting.length} 件`}
          corrections={waiting}
          onDecide={isManager ? (correction, approved) => store.ask(correction, approved) : undefined}
        />
      )}
      {settled.length > 0 && <CorrectionList title="已经决定" corrections={settled} />}
      <DecideCorrectionSheet store={store} onDecide={() => branchId && void store.decide(branchId)} />
    </OfficePage>
  );
});

function outcomeWords({ state, name, points }: CorrectionRow): string {
  if (state !== 'approved') return `没有批准。${name}的存折没有动。`;
  const amount = formatPoints(Math.abs(points));
  return points < 0
    ? `已冲正。${amount} 分退回${name}的存折。`
    : `已冲正。从${name}的存折收回 ${amount} 分。`;
}
