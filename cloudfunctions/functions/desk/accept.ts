import { type Instant, shanghai } from '../../../types/day';
import { BankError } from '../../../types/errors';
import { normalCode } from '../../bank/codes';
import { joinStaff } from '../../chains/joinStaff';
import { sha256 } from '../../platform/secret';
import type { Action } from '../../platform/serve';
import { getCouncil, takeSeat } from '../../store/councils';
import { acceptInvitation, getInvitationByCode } from '../../store/members';

/** Accepts an invitation, once; its record leads, so that a cut-off acceptance is finished by a retry. */
export const accept: Action<'desk', 'accept'> = {
  may: ['person'],
  writes: true,
  async run({ input, caller, now, requestId }) {
    const codeHash = sha256(normalCode(input.code));
    const found = await getInvitationByCode(codeHash);
    if (!found) throw new BankError('INVITATION_INVALID', {});
    if (found.state === 'pending') {
      if (now >= found.expiresAt) throw new BankError('INVITATION_EXPIRED', {});
      if (found.invited.by === caller.personId) throw new BankError('SELF_DEALING', {});
      await acceptInvitation(found._id, { by: caller.personId, at: now, requestId });
    }
    const accepted = found.state === 'accepted' ? found : await getInvitationByCode(codeHash);
    if (accepted?.accepted?.by !== caller.personId) throw new BankError('INVITATION_USED', {});
    const { _id, role, branchId, merchantId, seatId = null, name } = accepted;
    const newcomer = { name, phone: input.phone, notice: input.consent };
    const since = accepted.accepted.at;
    if (branchId && seatId) await sit(branchId, seatId, caller.personId, _id, since, now);
    const grant = { role, branchId, merchantId, seatId, since, invitationId: _id };
    await joinStaff(caller, newcomer, grant, now);
    return { role, branchId };
  },
};

/** Seats a councillor for the charter's term. @throws BankError SEAT_TAKEN */
async function sit(
  branchId: string,
  seatId: string,
  holderId: string,
  invitationId: string,
  since: Instant,
  now: Instant,
): Promise<void> {
  const council = await getCouncil(branchId);
  if (council.seats[seatId]?.invitationId === invitationId) return;
  const until = shanghai(since).add(council.charter.termMonths, 'month').valueOf();
  if (!(await takeSeat(branchId, seatId, { holderId, since, until, invitationId }, now))) {
    const standing = await getCouncil(branchId);
    if (standing.seats[seatId]?.invitationId !== invitationId) throw new BankError('SEAT_TAKEN', {});
  }
}
