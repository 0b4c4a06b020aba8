import type { Instant } from '../../../types/day';
import type { Invitation } from '../../../types/entities';
import type { InvitationRow } from '../../../types/routes';

export function invitationRow(
  invitation: Invitation,
  branchName: string | null,
  merchantName: string | null,
  now: Instant,
): InvitationRow {
  const { _id, role, name, branchId, seatId = null, expiresAt, state } = invitation;
  const shown = state === 'pending' && now >= expiresAt ? 'expired' : state;
  return { id: _id, role, name, branchId, branchName, merchantName, seatId, expiresAt, state: shown };
}
