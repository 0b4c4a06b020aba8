import { shanghai } from '../../../../../types/day';
import { formatPoints } from '../../../../../types/points';
import type { PrintedLine } from '../../../../../types/routes';
import { Card } from '../../../../components/Card';
import { Pill } from '../../../../components/Pill';
import { QuietButton } from '../../../../components/QuietButton';
import { type RecordColumn, RecordTable } from '../../../../components/RecordTable';
import { kindWords } from '../../../../lineWords';
import type { LineStanding } from '../../passbookLinesStore';

interface LineTableProps {
  title: string;
  lines: readonly PrintedLine[];
  standingOf: (line: PrintedLine) => LineStanding;
  onCorrect: (line: PrintedLine) => void;
}

/** The lines of one page, each with how it stands. */
export function LineTable({ title, lines, standingOf, onCorrect }: LineTableProps) {
  const columns: RecordColumn<PrintedLine>[] = [
    {
      head: '摘要',
      part: 'title',
      share: 4,
      cell: (line) => [kindWords(line), line.title].filter(Boolean).join(' · '),
    },
    {
      head: '时间',
      part: 'detail',
      share: 3,
      cell: ({ occurredAt }) => shanghai(occurredAt).format('M月D日 HH:mm'),
    },
    { head: '原因', part: 'detail', share: 3, cell: ({ reason }) => reason },
    { head: '存 / 支', part: 'figure', share: 2, cell: ({ points }) => `${formatPoints(points, true)} 分` },
    { head: '余额', part: 'figure', share: 2, cell: ({ balance }) => `${formatPoints(balance)} 分` },
    { head: '状态', part: 'mark', share: 2, cell: (line) => <Standing of={standingOf(line)} /> },
    {
      head: '办理',
      part: 'actions',
      share: 2,
      cell: (line) =>
        standingOf(line) === 'correctable' && (
          <QuietButton look="text" onPress={() => onCorrect(line)}>
            更正
          </QuietButton>
        ),
    },
  ];
  return (
    <Card title={title}>
      <RecordTable columns={columns} records={lines} />
    </Card>
  );
}

function Standing({ of }: { of: LineStanding }) {
  if (of === 'proposed') return <Pill tone="waiting">待批准</Pill>;
  return of === 'reversed' ? <Pill tone="plain">已冲正</Pill> : null;
}
