import { formatPoints } from '../../../../../types/points';
import type { RosterRow } from '../../../../../types/routes';
import { Card } from '../../../../components/Card';
import { Pill } from '../../../../components/Pill';
import { QuietButton } from '../../../../components/QuietButton';
import { type RecordColumn, RecordTable } from '../../../../components/RecordTable';
import { numberWords } from '../../scanFace';
import { timeWords } from '../../sessionTimes';

interface RosterListProps {
  rows: readonly RosterRow[];
  basis: 'visit' | 'hour';
  canUndo: (row: RosterRow) => boolean;
  onUndo: (row: RosterRow) => void;
}

/** Everybody of a session: who is still there first. */
export function RosterList({ rows, basis, canUndo, onUndo }: RosterListProps) {
  const columns: RecordColumn<RosterRow & { id: string }>[] = [
    { head: '姓名', part: 'title', share: 3, cell: ({ name }) => name },
    {
      head: '存折号',
      part: 'detail',
      share: 4,
      cell: ({ passbookId, kind }) => numberWords(passbookId, kind),
    },
    { head: '时间', part: 'detail', share: 4, cell: (row) => timesOf(row, basis) },
    { head: '结果', part: 'mark', share: 3, cell: (row) => <Standing row={row} /> },
    {
      head: '撤销',
      part: 'actions',
      share: 2,
      cell: (row) =>
        canUndo(row) && (
          <QuietButton look="text" onPress={() => onUndo(row)}>
            撤销
          </QuietButton>
        ),
    },
  ];
  return (
    <Card>
      <RecordTable columns={columns} records={rows.map((row) => ({ ...row, id: row.passbookId }))} />
    </Card>
  );
}

function timesOf({ inAt, outAt, walkIn, state }: RosterRow, basis: 'visit' | 'hour'): string {
  if (inAt === null || state === 'undone') return walkIn ? '现场参加' : '已报名';
  const came = `${timeWords(inAt)} ${basis === 'hour' ? '到' : '签到'}`;
  return [came, outAt !== null && `${timeWords(outAt)} 离开`, walkIn && '现场参加']
    .filter(Boolean)
    .join(' · ');
}

function Standing({ row: { state, points } }: { row: RosterRow }) {
  switch (state) {
    case 'in':
      return <Pill tone="waiting">在场，计时中</Pill>;
    case 'lapsed':
      return <Pill tone="waiting">忘了签退，待确认工时</Pill>;
    case 'done':
      return points > 0 ? (
        <Pill tone="good">{`已记 ${formatPoints(points, true)} 分`}</Pill>
      ) : (
        <Pill tone="plain">没有记分</Pill>
      );
    case 'signed':
      return <Pill tone="plain">还没来</Pill>;
    case 'undone':
      return <Pill tone="plain">已撤销</Pill>;
  }
}
