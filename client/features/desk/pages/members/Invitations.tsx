import { View } from '@tarojs/components';
import { shanghai } from '../../../../../types/day';
import type { InvitationRow } from '../../../../../types/routes';
import { Card } from '../../../../components/Card';
import { Pill } from '../../../../components/Pill';
import { type RecordColumn, RecordTable } from '../../../../components/RecordTable';
import { roleNames, seatWords } from '../../../../names';

const columns: RecordColumn<InvitationRow>[] = [
  { head: '姓名', part: 'title', share: 2, cell: ({ name }) => name },
  {
    head: '请来做',
    part: 'detail',
    share: 3,
    cell: ({ role, merchantName, seatId }) =>
      [roleNames[role], merchantName, seatId && seatWords(seatId)].filter(Boolean).join(' · '),
  },
  {
    head: '有效期',
    part: 'detail',
    share: 2,
    cell: ({ expiresAt }) => `${shanghai(expiresAt).format('M月D日 HH:mm')} 到期`,
  },
  {
    head: '状态',
    part: 'mark',
    share: 2,
    cell: ({ state }) =>
      state === 'expired' ? <Pill tone="refused">已过期</Pill> : <Pill tone="waiting">等待接受</Pill>,
  },
];

/** Invitations that nobody accepted yet. An expired one is answered by a new one. */
export function Invitations({ invitations }: { invitations: InvitationRow[] }) {
  const hasExpired = invitations.some(({ state }) => state === 'expired');
  return (
    <Card title="发出的邀请">
      <RecordTable columns={columns} records={invitations} />
      {hasExpired && <View>过期的邀请不能再用，需要的话请重新邀请。</View>}
    </Card>
  );
}
