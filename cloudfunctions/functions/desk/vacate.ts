import { BankError } from '../../../types/errors';
import type { Action } from '../../platform/serve';
import { getCouncil, leaveSeat } from '../../store/councils';
import { claimTrailEntry } from '../../store/trail';

/** A councillor leaves, or the street empties a seat. Votes cast from it stay. */
export const vacate: Action<'desk', 'vacate'> = {
  may: ['street', 'councillor'],
  writes: true,
  async run({ input: { branchId, seatId }, caller, now, requestId, idFor }) {
    const { role } = caller.requireAt(branchId);
    const holding = (await getCouncil(branchId)).seats[seatId];
    const isOwn = holding !== undefined && caller.is(holding.holderId);
    if (role !== 'street' && holding && !isOwn) throw new BankError('FORBIDDEN', {});
    const entry = await claimTrailEntry({
      _id: idFor('t'),
      act: 'vacateSeat',
      branchId,
      about: seatId,
      reason: '',
      before: holding?.holderId ?? '',
      after: '',
      by: caller.personId,
      at: now,
      requestId,
    });
    // Whom the first attempt meant, not who may sit there since.
    if (entry.before) await leaveSeat(branchId, seatId, entry.before);
    return { seatId };
  },
};
