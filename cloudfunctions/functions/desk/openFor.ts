import { BankError } from '../../../types/errors';
import { nextNumber, openPassbook } from '../../chains/openPassbook';
import type { Action } from '../../platform/serve';
import { claimOpening } from '../../store/openings';
import { getPassbook } from '../../store/passbooks';

/** Opens a passbook for an enterprise or organisation; the person named speaks for it. */
export const openFor: Action<'desk', 'openFor'> = {
  may: ['teller', 'manager'],
  writes: true,
  async run({ input, caller, now, requestId, idFor }) {
    const { branchId, kind, title, speakerId } = input;
    caller.requireAt(branchId);
    const speaker = await getPassbook(speakerId);
    if (!speaker || speaker.kind !== 'volunteer' || speaker.branchId !== branchId)
      throw new BankError('NOT_FOUND', { what: 'passbook' });
    caller.requireNotOwn(speaker);
    const { record } = await claimOpening({
      _id: idFor('n'),
      passbookId: await nextNumber(branchId),
      ...{ branchId, kind, title, holderId: speaker.holderId },
      act: { by: caller.personId, at: now, requestId },
    });
    if (record.title !== title || record.holderId !== speaker.holderId)
      throw new BankError('REQUEST_REUSED', {});
    await openPassbook(record.passbookId, branchId, kind, title, record.holderId, now);
    return { passbookId: record.passbookId };
  },
};
