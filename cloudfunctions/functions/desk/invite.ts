import { HOUR } from '../../../types/day';
import type { Invitation, Role } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import type { Input } from '../../../types/routes';
import { invitationCode } from '../../bank/codes';
import { requireSameContent } from '../../bank/sameContent';
import { derive, sha256 } from '../../platform/secret';
import type { Action } from '../../platform/serve';
import { getBranch } from '../../store/branches';
import { claimInvitation, claimMerchant } from '../../store/members';
import { invitationRow } from './invitationRow';

const LIFETIME = 72 * HOUR;

/** Who hands out which role: the street its managers, a manager the people of the branch. */
const INVITER: Record<Input<'desk', 'invite'>['role'], Role> = {
  street: 'street',
  manager: 'street',
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

    const act = { by: caller.personId, at: now, requestId };
    const merchantId = input.role === 'merchant' ? idFor('m') : null;
    if (merchantId && input.role === 'merchant') {
      const content = { name: input.merchantName, branchIds: [input.branchId] };
      const { record } = await claimMerchant({
        _id: merchantId,
        ...content,
        createdAt: now,
        createdBy: caller.personId,
      });
      requireSameContent(record, content);
    }
    const invitationId = idFor('i');
    const code = invitationCode(derive, invitationId);
    const invitation: Invitation = {
      _id: invitationId,
      codeHash: sha256(code),
      role: input.role,
      branchId,
      merchantId,
      name: input.name,
      expiresAt: now + LIFETIME,
      state: 'pending',
      invited: act,
      accepted: null,
    };
    const { record } = await claimInvitation(invitation);
    requireSameContent(record, { role: input.role, branchId, name: input.name });
    const merchantName = input.role === 'merchant' ? input.merchantName : null;
    return { ...invitationRow(record, branch?.name ?? null, merchantName, now), code };
  },
};
