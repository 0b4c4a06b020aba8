import type { Award } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import { requireThreePeople, wasNeverProposed } from '../../bank/award';
import { finishAward } from '../../chains/award';
import type { Action } from '../../platform/serve';
import { getAward, moveAward } from '../../store/awards';
import { getHeldPassbook } from '../../store/passbooks';
import { getPerson } from '../../store/people';
import { printedName } from '../../bank/print';
import { awardRow } from './awardRow';

/** The manager decides a proposed award; approved, it is credited. Deciding the same again changes nothing. */
export const approve: Action<'desk', 'approve'> = {
  may: ['manager'],
  writes: true,
  async run({ input: { awardId, approved }, caller, now, requestId }) {
    const award = await getAward(awardId);
    if (!award || wasNeverProposed(award)) throw new BankError('NOT_FOUND', { what: 'award' });
    caller.requireAt(award.branchId);
    const held = await getHeldPassbook(award.passbookId);
    if (!held) throw new BankError('NOT_FOUND', { what: 'passbook' });
    caller.requireNotOwn(held.passbook);
    requireThreePeople(award.proposed.by, caller.personId, award.holderId);

    const act = { by: caller.personId, at: now, requestId };
    const to = { state: approved ? 'approved' : 'declined', settled: false, decided: act } as const;
    const moved = award.state === 'proposed' && (await moveAward(award, to));
    const standing = moved ? { ...award, ...to } : await getAward(awardId);
    if (!standing || wasApproved(standing) !== approved || standing.decided?.by !== caller.personId)
      throw new BankError('ALREADY_DECIDED', { state: standing?.state ?? award.state });
    const finished = await finishAward(standing, now);
    if (finished.refusal) throw new BankError(finished.refusal.code, finished.refusal.details as never);
    const proposer = await getPerson(award.proposed.by);
    return awardRow(finished, printedName(held.passbook, held.holder), proposer?.name ?? '');
  },
};

/** Whatever became of it since. */
function wasApproved({ state }: Award): boolean {
  return state !== 'proposed' && state !== 'declined';
}
