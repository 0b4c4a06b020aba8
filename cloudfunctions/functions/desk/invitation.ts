import { BankError } from '../../../types/errors';
import { normalCode } from '../../bank/codes';
import { sha256 } from '../../platform/secret';
import type { Action } from '../../platform/serve';
import { branchName } from '../../store/branches';
import { getInvitationByCode, getMerchant } from '../../store/members';
import { invitationRow } from './invitationRow';

/** What an invitation's code offers, to whoever holds it. */
export const invitation: Action<'desk', 'invitation'> = {
  may: ['person'],
  writes: false,
  async run({ input, now }) {
    const found = await getInvitationByCode(sha256(normalCode(input.code)));
    if (!found) throw new BankError('INVITATION_INVALID', {});
    const [branch, merchant] = await Promise.all([
      found.branchId ? branchName(found.branchId, now) : null,
      found.merchantId ? getMerchant(found.merchantId) : null,
    ]);
    return invitationRow(found, branch, merchant?.name ?? null, now);
  },
};
