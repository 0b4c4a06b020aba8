import { observer } from 'mobx-react-lite';
import type { BranchRow } from '../../../../../types/routes';
import { Card } from '../../../../components/Card';
import { Choice } from '../../../../components/Choice';
import { Consent } from '../../../../components/Consent';
import { EmptyState } from '../../../../components/EmptyState';
import { ErrorState } from '../../../../components/ErrorState';
import { Field } from '../../../../components/Field';
import { PickerField } from '../../../../components/PickerField';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { TextField } from '../../../../components/TextField';
import { ThumbBar } from '../../../../components/ThumbBar';
import { wordsFor } from '../../../../words';
import type { OpenStore } from './openStore';

/** More branches than this are picked on the phone's own wheel. */
const MOST_IN_SIGHT = 6;

interface OpenFormProps {
  store: OpenStore;
  branches: BranchRow[];
  onOpen: () => void;
}

/** The three things that the bank has to know, and the consent. */
export const OpenForm = observer(function OpenForm({ store, branches, onOpen }: OpenFormProps) {
  const { errors } = store;
  if (branches.length === 0)
    return <EmptyState icon="house" title="银行还没有开张" detail="街道还没有设储蓄所，请过些日子再来。" />;
  return (
    <>
      {store.error !== null && <ErrorState words={wordsFor(store.error)} />}
      <Card>
        <BranchField store={store} branches={branches} />
        <TextField
          label="姓名"
          value={store.name}
          onChange={(name) => store.fill({ name })}
          placeholder="印在存折上的名字"
          maxLength={20}
          error={errors.name}
        />
        <TextField
          label="手机号"
          value={store.phone}
          onChange={(phone) => store.fill({ phone })}
          placeholder="11 位手机号"
          keyboard="number"
          maxLength={11}
          error={errors.phone}
        />
      </Card>
      <Card>
        <Consent
          isGiven={store.hasConsented}
          onChange={(hasConsented) => store.fill({ hasConsented })}
          error={errors.consent}
        />
      </Card>
      <ThumbBar>
        <PrimaryButton onPress={onOpen} isBusy={store.isBusy}>
          开户建折
        </PrimaryButton>
      </ThumbBar>
    </>
  );
});

const BranchField = observer(function BranchField({ store, branches }: Omit<OpenFormProps, 'onOpen'>) {
  const options = branches.map(({ id, name }) => ({ value: id, label: name }));
  const choose = (branchId: string) => store.fill({ branchId });
  const hint = branches.length > 1 ? '一般选您住的社区。' : undefined;
  if (branches.length > MOST_IN_SIGHT)
    return (
      <PickerField
        label="储蓄所"
        kind="choice"
        options={options}
        value={store.branchId}
        onChange={choose}
        hint={hint}
        error={store.errors.branchId}
      />
    );
  return (
    <Field label="储蓄所" hint={hint} error={store.errors.branchId}>
      <Choice label="储蓄所" options={options} value={store.branchId} onChange={choose} layout="column" />
    </Field>
  );
});
