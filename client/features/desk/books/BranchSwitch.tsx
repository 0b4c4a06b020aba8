import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { PickerField } from '../../../components/PickerField';
import styles from './BranchSwitch.module.scss';
import type { WorkplaceStore } from '../workplaceStore';

interface BranchSwitchProps {
  workplace: WorkplaceStore;
  branchId: string;
  onChoose: (branchId: string) => void;
}

/** Whose books these are; the street office turns to any branch here. */
export const BranchSwitch = observer(function BranchSwitch({
  workplace,
  branchId,
  onChoose,
}: BranchSwitchProps) {
  if (!workplace.isStreet || workplace.branches.length < 2)
    return <View className={styles.name}>{workplace.branchName(branchId)}</View>;
  return (
    <View className={styles.choice}>
      <PickerField
        label="储蓄所"
        kind="choice"
        options={workplace.branches.map(({ id, name }) => ({ value: id, label: name }))}
        value={branchId}
        onChange={onChoose}
      />
    </View>
  );
});
