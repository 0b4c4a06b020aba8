import { HOUR, type Instant } from '../../../types/day';
import type { Invitation, Role } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import type { Input } from '../../../types/routes';
import { invitationCode } from '../../bank/codes';
import { holderOf, seatIds } from '../../bank/council';
import { requireSameContent } from '../../bank/sameContent';
import { derive, sha256 } from '../../platform/secret';
import type { Action } from '../../platform/serve';
import { getBranch } from '../../store/branches';
import { getCouncil } from '../../store/councils';
import { claimInvitation, claimMerchant } from '../../store/members';
import { invitationRow } from './invitationRow';

const LIFETIME = 72 * HOUR;

/** Who hands out which role: the street its managers, a manager the people of the branch. */
const INVITER: Record<Input<'desk', 'invite'>['role'], Role> = {
  street: 'street',
  manager: 'street',
  councillor: 'street',
  teller: 'manager',
  merchant: 'manager',
};

/**
 * Invites a person to a role, once and for 72 hours. The code is derived, not stored: sending the request again
 * gives the same one.
 */
export const invite: Action<'desk', 'invite'> = {
  may: ['street', 'manager'],
  writes: true,
  async run({ input, caller, now, requestId, idFor }) {
    const branchId = input.role === 'street' ? null : input.branchId;
    if (branchId) caller.requireAt(branchId);
    if (!caller.hasRole(INVITER[input.role], branchId)) throw new BankError('FORBIDDEN', {});
    const branch = branchId ? await getBranch(branchId) : null;
    if (branchId && !branch) throw new BankError('NOT_FOUND', { what: 'branch' });

    const seatId = input.role === 'councillor' ? input.seatId : null;
    if (branchId && seatId) await requireVacant(branchId, seatId, now);
    const act = { by: caller.personId, at: now, requestId };
    const merchantId = input.role === 'merchant' ? idFor('m') : null;
    const invitationId = idFor('i');
    const code = invitationCode(derive, invitationId);
    const invitation: Invitation = {
      _id: invitationId,
      codeHash: sha256(code),
      role: input.role,
      branchId,
      merchantId,
      seatId,
      name: input.name,
      expiresAt: now + LIFETIME,
      state: 'pending',
      invited: act,
      accepted: null,
    };
    const { record } = await claimInvitation(invitation);
    requireSameContent(record, { role: input.role, branchId, seatId, name: input.name });
    // After the invitation, whose code nobody has been told yet: a refused one leaves no merchant behind.
    if (merchantId && input.role === 'merchant') {
      const content = { name: input.merchantName, branchIds: [input.branchId] };
      const { record: merchant } = await claimMerchant({
        _id: merchantId,
        ...content,
        createdAt: now,
        createdBy: caller.personId,
      });
      requireSameContent(merchant, content);
    }
    const merchantName = input.role === 'merchant' ? input.merchantName : null;
    return { ...invitationRow(record, branch?.name ?? null, merchantName, now), code };
  },
};

/** @throws BankError NO_COUNCIL, NOT_SEATED, SEAT_TAKEN */
async function requireVacant(branchId: string, seatId: string, now: Instant): Promise<void> {
  const council = await getCouncil(branchId);
  if (!seatIds(council.charter).includes(seatId)) throw new BankError('NOT_SEATED', {});
  if (holderOf(council, seatId, now)) throw new BankError('SEAT_TAKEN', {});
}
