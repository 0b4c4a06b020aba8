import { BankError } from '../../../types/errors';
import { openOwnPassbook } from '../../chains/openPassbook';
import type { Action } from '../../platform/serve';
import { branchName } from '../../store/branches';
import { addConsent, claimPerson } from '../../store/people';

/** Opens the caller's own passbook; opening again gives the same one, whatever is asked then. */
export const open: Action<'passbook', 'open'> = {
  may: ['person'],
  writes: true,
  async run({ input, caller, now }) {
    // Nobody's name is kept for a passbook that can't be opened.
    if (!(await branchName(input.branchId, now))) throw new BankError('NOT_FOUND', { what: 'branch' });
    const consent = { notice: input.consent, at: now };
    const { claimed, record } = await claimPerson({
      _id: caller.personId,
      openid: caller.openid,
      name: input.name,
      phone: input.phone,
      consents: [consent],
      roles: [],
      passbooks: [],
      ownPassbookId: null,
      createdAt: now,
    });
    if (!claimed) await addConsent(record._id, consent);
    return openOwnPassbook(record, input.branchId, now);
  },
};
