import { BankError } from '../../../types/errors';
import { normalCode } from '../../bank/codes';
import { joinStaff } from '../../chains/joinStaff';
import { sha256 } from '../../platform/secret';
import type { Action } from '../../platform/serve';
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
    const { _id, role, branchId, merchantId, name } = accepted;
    const newcomer = { name, phone: input.phone, notice: input.consent };
    const since = accepted.accepted.at;
    await joinStaff(caller, newcomer, { role, branchId, merchantId, since, invitationId: _id }, now);
    return { role, branchId };
  },
};
