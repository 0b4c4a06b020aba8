import { observer } from 'mobx-react-lite';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { ErrorState } from '../../../../components/ErrorState';
import { TextField } from '../../../../components/TextField';
import { wordsFor } from '../../../../words';
import type { BranchesStore } from '../../branchesStore';

/** Asks for a new branch's number and name. */
export const NewBranch = observer(function NewBranch({
  store,
  onOpened,
}: {
  store: BranchesStore;
  onOpened: () => void;
}) {
  const { shownErrors: errors, sending } = store;
  return (
    <ConfirmSheet
      isOpen={store.isWriting}
      title="新建储蓄所"
      confirmWords="建好"
      isBusy={sending.isBusy}
      onConfirm={() => void store.open().then((isOpen) => isOpen && onOpened())}
      onCancel={() => store.leave()}
    >
      <TextField
        label="编号"
        hint="4 位数字，印在每本存折号的最前面，以后不能改。"
        placeholder="0211"
        keyboard="number"
        maxLength={4}
        error={errors.number}
        value={store.number}
        onChange={(number) => store.writeNumber(number)}
      />
      <TextField
        label="名称"
        placeholder="阿里山路储蓄所"
        maxLength={20}
        error={errors.name}
        value={store.name}
        onChange={(name) => store.writeName(name)}
      />
      {sending.error !== null && <ErrorState words={wordsFor(sending.error)} />}
    </ConfirmSheet>
  );
});
