import { observer } from 'mobx-react-lite';
import { PrimaryButton } from '../../../../../components/PrimaryButton';
import { EmptyState } from '../../../../../components/EmptyState';
import { QuietButton } from '../../../../../components/QuietButton';
import { useStore } from '../../../../../root';
import { AuditStore } from '../../auditStore';
import { BranchSwitch } from '../../BranchSwitch';
import { NoBranch } from '../../../NoBranch';
import { OfficePage } from '../../../OfficePage';
import { useAnyBranch } from '../../useAnyBranch';
import { AuditAnswer } from './AuditAnswer';
import { AuditProgress } from './AuditProgress';

/** 查账: the street replays a branch's books against what the bank promises. */
export default observer(function AuditPage() {
  const store = useStore(AuditStore);
  const { workplace, branchId, isKnown, reload, choose } = useAnyBranch(async (branch) =>
    store.turnTo(branch),
  );
  const { state } = store;
  const begin = () => void store.begin();
  const mayAudit = workplace.isStreet && branchId !== null;
  return (
    <OfficePage
      look="form"
      isLoading={!isKnown}
      error={workplace.loading.error}
      onRetry={() => void reload()}
      failure={store.asking.error}
      thumb={
        mayAudit && (
          <>
            {state === 'notBegun' && <PrimaryButton onPress={begin}>开始查账</PrimaryButton>}
            {state === 'running' && <QuietButton onPress={() => store.stop()}>停下</QuietButton>}
            {state === 'stopped' && <PrimaryButton onPress={() => void store.resume()}>接着查</PrimaryButton>}
            {(state === 'stopped' || state === 'done') && (
              <QuietButton look={state === 'done' ? 'outline' : 'text'} onPress={begin}>
                从头再查
              </QuietButton>
            )}
          </>
        )
      }
    >
      {!branchId && <NoBranch isStreet={workplace.isStreet} />}
      {branchId && !workplace.isStreet && (
        <EmptyState icon="list" title="查账由街道办来做" detail="要查账，请联系街道办。这里只看，不改。" />
      )}
      {mayAudit && (
        <>
          <BranchSwitch workplace={workplace} branchId={branchId} onChoose={choose} />
          <AuditProgress store={store} />
          <AuditAnswer store={store} />
        </>
      )}
    </OfficePage>
  );
});
