import { shanghai } from '../../../../../types/day';
import { formatPoints } from '../../../../../types/points';
import type { AwardRow } from '../../../../../types/routes';
import { Card } from '../../../../components/Card';
import { Pill } from '../../../../components/Pill';
import { QuietButton } from '../../../../components/QuietButton';
import { type RecordColumn, RecordTable } from '../../../../components/RecordTable';

interface AwardListProps {
  title: string;
  awards: readonly AwardRow[];
  /** Only where it is still to be decided, and by the manager. */
  onDecide?: (award: AwardRow, approved: boolean) => void;
}

const columns: RecordColumn<AwardRow>[] = [
  { head: '姓名', part: 'title', share: 2, cell: ({ name }) => name },
  { head: '存折号', part: 'detail', share: 3, cell: ({ passbookId }) => passbookId },
  {
    head: '奖励',
    part: 'detail',
    share: 3,
    cell: ({ levelTitle, points }) => `${levelTitle} ${formatPoints(points)} 分`,
  },
  { head: '事由', part: 'detail', share: 4, cell: ({ reason }) => reason },
  {
    head: '申报',
    part: 'detail',
    share: 3,
    cell: ({ proposedBy, proposedAt }) => `${shanghai(proposedAt).format('M月D日')} ${proposedBy}申报`,
  },
  { head: '结果', part: 'mark', share: 2, cell: ({ state }) => <AwardState state={state} /> },
];

/** Awards, each with whose, how much, why and who says so. */
export function AwardList({ title, awards, onDecide }: AwardListProps) {
  const actions: RecordColumn<AwardRow> = {
    head: '办理',
    part: 'actions',
    share: 3,
    cell: (award) => (
      <>
        <QuietButton look="text" onPress={() => onDecide?.(award, true)}>
          批准
        </QuietButton>
        <QuietButton look="text" onPress={() => onDecide?.(award, false)}>
          不批准
        </QuietButton>
      </>
    ),
  };
  return (
    <Card title={title}>
      <RecordTable columns={onDecide ? [...columns, actions] : columns} records={awards} />
    </Card>
  );
}

function AwardState({ state }: Pick<AwardRow, 'state'>) {
  switch (state) {
    case 'proposed':
      return <Pill tone="waiting">待批准</Pill>;
    case 'approved':
      return <Pill tone="good">已批准</Pill>;
    case 'declined':
      return <Pill tone="refused">没有批准</Pill>;
    case 'refused':
      return <Pill tone="refused">存折已销户，没有记</Pill>;
    case 'undoing':
    case 'undone':
      return <Pill tone="plain">已冲正</Pill>;
  }
}
