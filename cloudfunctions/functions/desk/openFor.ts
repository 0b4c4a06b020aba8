import type { Opening } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import { requireSameContent } from '../../bank/sameContent';
import { finishOpening, nextNumber } from '../../chains/openPassbook';
import type { Action } from '../../platform/serve';
import { claimOpening, getOpening } from '../../store/openings';
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
    const content = { branchId, kind, title, holderId: speaker.holderId };
    const _id = idFor('n');
    const record = (await getOpening(_id)) ?? (await begin());
    requireSameContent(record, content);
    await finishOpening(record, now);
    return { passbookId: record.passbookId };

    async function begin(): Promise<Opening> {
      const passbookId = await nextNumber(branchId);
      const act = { by: caller.personId, at: now, requestId };
      return (await claimOpening({ _id, passbookId, ...content, act, settled: false })).record;
    }
  },
};
