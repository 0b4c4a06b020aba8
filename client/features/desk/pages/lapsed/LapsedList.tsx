import { shanghai } from '../../../../../types/day';
import type { LapsedRow } from '../../../../../types/routes';
import { Card } from '../../../../components/Card';
import { Pill } from '../../../../components/Pill';
import { QuietButton } from '../../../../components/QuietButton';
import { type RecordColumn, RecordTable } from '../../../../components/RecordTable';
import { minutesWords } from '../../../../earningWords';
import { numberWords } from '../../scanFace';
import { timeWords } from '../../sessionTimes';

interface LapsedListProps {
  rows: readonly LapsedRow[];
  onSettle: (row: LapsedRow, credits: boolean) => void;
}

/** Who forgot to check out, where, and how long they would have stayed. */
export function LapsedList({ rows, onSettle }: LapsedListProps) {
  const columns: RecordColumn<LapsedRow & { id: string }>[] = [
    { head: '姓名', part: 'title', share: 2, cell: ({ name }) => name },
    {
      head: '存折号',
      part: 'detail',
      share: 3,
      cell: ({ passbookId, kind }) => numberWords(passbookId, kind),
    },
    {
      head: '活动',
      part: 'detail',
      share: 4,
      cell: ({ title, startsAt, endsAt }) =>
        `${title} ${shanghai(startsAt).format('M月D日')} ${timeWords(startsAt)}–${timeWords(endsAt)}`,
    },
    {
      head: '签到',
      part: 'detail',
      share: 3,
      cell: ({ inAt, checkedInBy }) => `${timeWords(inAt)} 到，${checkedInBy}扫码`,
    },
    {
      head: '确认期限',
      part: 'detail',
      share: 3,
      cell: ({ until }) => `${shanghai(until).format('M月D日 HH:mm')} 前确认`,
    },
    {
      head: '计划工时',
      part: 'mark',
      share: 2,
      cell: ({ planned }) => <Pill tone="waiting">{minutesWords(planned)}</Pill>,
    },
    {
      head: '办理',
      part: 'actions',
      share: 4,
      cell: (row) =>
        row.isMine ? (
          '是您扫的签到，请另一位来确认。'
        ) : (
          <>
            <QuietButton look="text" onPress={() => onSettle(row, true)}>
              确认工时
            </QuietButton>
            <QuietButton look="text" onPress={() => onSettle(row, false)}>
              不记
            </QuietButton>
          </>
        ),
    },
  ];
  return (
    <Card title={`等确认　${rows.length} 人次`}>
      <RecordTable columns={columns} records={rows.map((row) => ({ ...row, id: row.attendanceId }))} />
    </Card>
  );
}
