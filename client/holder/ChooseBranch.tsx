import { View } from '@tarojs/components';
import type { BranchRow } from '../../types/routes';
import { Card } from '../components/Card';
import { EmptyState } from '../components/EmptyState';
import { Choice } from '../components/Choice';

interface ChooseBranchProps {
  branches: BranchRow[];
  onChoose: (branchId: string) => void;
}

/** Asks somebody without a passbook which branch to look around in. */
export function ChooseBranch({ branches, onChoose }: ChooseBranchProps) {
  if (branches.length === 0)
    return <EmptyState icon="house" title="银行还没有开张" detail="街道还没有设储蓄所，请过些日子再来。" />;
  return (
    <Card title="先看哪个储蓄所？">
      <View>一般选您住的社区。</View>
      <Choice
        label="储蓄所"
        layout="column"
        value={null}
        onChange={onChoose}
        options={branches.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Card>
  );
}
