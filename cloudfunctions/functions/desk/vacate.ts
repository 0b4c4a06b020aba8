import { BankError } from '../../../types/errors';
import { requireSameContent } from '../../bank/sameContent';
import type { Action } from '../../platform/serve';
import { getCouncil, leaveSeat } from '../../store/councils';
import { claimTrailEntry } from '../../store/trail';

/** A councillor leaves, or the street empties a seat. Votes cast from it stay. */
export const vacate: Action<'desk', 'vacate'> = {
  may: ['street', 'councillor'],
  writes: true,
  async run({ input: { branchId, seatId }, caller, now, requestId, idFor }) {
    const { role } = caller.requireAt(branchId);
    const seated = (await getCouncil(branchId)).seats[seatId];
    const holding = seated && seated.until > now ? seated : undefined;
    const isOwn = holding !== undefined && caller.is(holding.holderId);
    if (role !== 'street' && holding && !isOwn) throw new BankError('FORBIDDEN', {});
    const entry = await claimTrailEntry({
      _id: idFor('t'),
      act: 'vacateSeat',
      branchId,
      about: holding?.invitationId ?? seatId,
      reason: seatId,
      before: holding?.holderId ?? '',
      after: '',
      by: caller.personId,
      at: now,
      requestId,
    });
    requireSameContent(entry, { branchId, reason: seatId });
    // Whom the first attempt meant, not who may sit there since.
    await leaveSeat(branchId, seatId, entry.about, entry.at);
    return { seatId };
  },
};
