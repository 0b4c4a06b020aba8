import { shanghai } from '../../../../../types/day';
import { formatPoints } from '../../../../../types/points';
import type { CorrectionRow } from '../../../../../types/routes';
import { Card } from '../../../../components/Card';
import { Pill } from '../../../../components/Pill';
import { QuietButton } from '../../../../components/QuietButton';
import { type RecordColumn, RecordTable } from '../../../../components/RecordTable';
import { refusalWords } from '../../correctionWords';

interface CorrectionListProps {
  title: string;
  corrections: readonly CorrectionRow[];
  /** Only where it is still to be decided, and by the manager. */
  onDecide?: (correction: CorrectionRow, approved: boolean) => void;
}

const columns: RecordColumn<CorrectionRow>[] = [
  { head: '姓名', part: 'title', share: 2, cell: ({ name }) => name },
  { head: '存折号', part: 'detail', share: 3, cell: ({ passbookId }) => passbookId },
  {
    head: '哪一笔',
    part: 'detail',
    share: 4,
    cell: ({ title, points, occurredAt }) =>
      `${shanghai(occurredAt).format('M月D日')} ${title} ${formatPoints(points, true)}\u00a0分`,
  },
  { head: '错在哪里', part: 'detail', share: 3, cell: ({ reason }) => reason },
  {
    head: '提出',
    part: 'detail',
    share: 3,
    cell: ({ proposedBy, proposedAt }) => `${shanghai(proposedAt).format('M月D日')} ${proposedBy}提出`,
  },
  { head: '结果', part: 'mark', share: 2, cell: (correction) => <Outcome of={correction} /> },
];

/** Corrections, each with whose line, why, and who says so. */
export function CorrectionList({ title, corrections, onDecide }: CorrectionListProps) {
  const actions: RecordColumn<CorrectionRow> = {
    head: '办理',
    part: 'actions',
    share: 3,
    cell: (correction) => (
      <>
        <QuietButton look="text" onPress={() => onDecide?.(correction, true)}>
          批准
        </QuietButton>
        <QuietButton look="text" onPress={() => onDecide?.(correction, false)}>
          不批准
        </QuietButton>
      </>
    ),
  };
  return (
    <Card title={title}>
      <RecordTable columns={onDecide ? [...columns, actions] : columns} records={corrections} />
    </Card>
  );
}

function Outcome({ of: { state, refusal } }: { of: CorrectionRow }) {
  switch (state) {
    case 'proposed':
      return <Pill tone="waiting">待批准</Pill>;
    case 'approved':
      return <Pill tone="good">已冲正</Pill>;
    case 'declined':
      return <Pill tone="refused">没有批准</Pill>;
    case 'refused':
      return <Pill tone="refused">{refusalWords(refusal)}</Pill>;
  }
}
