import type { Correction } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import { requireThreePeople } from '../../bank/award';
import { printedName } from '../../bank/print';
import { finishCorrection } from '../../chains/correction';
import type { Action } from '../../platform/serve';
import { getCorrection, moveCorrection } from '../../store/corrections';
import { getHeldPassbook } from '../../store/passbooks';
import { getPerson } from '../../store/people';
import { correctionRow } from './correctionRow';

/**
 * The manager decides a proposed correction; approved, the line is taken back. Deciding the same again changes
 * nothing. Proposer, approver and holder are three people.
 * @throws BankError THREE_PEOPLE_NEEDED, SELF_DEALING, ALREADY_DECIDED; POINTS_SPENT, LINE_REVERSED,
 *   PASSBOOK_CLOSED when nothing came of an approved one
 */
export const decideCorrection: Action<'desk', 'decideCorrection'> = {
  may: ['manager'],
  writes: true,
  async run({ input: { correctionId, approved }, caller, now, requestId }) {
    const correction = await getCorrection(correctionId);
    if (!correction) throw new BankError('NOT_FOUND', { what: 'correction' });
    caller.requireAt(correction.branchId);
    const held = await getHeldPassbook(correction.passbookId);
    if (!held) throw new BankError('NOT_FOUND', { what: 'passbook' });
    caller.requireNotOwn(held.passbook);
    requireThreePeople(correction.proposed.by, caller.personId, correction.holderId);

    const act = { by: caller.personId, at: now, requestId };
    const to = { state: approved ? 'approved' : 'declined', settled: !approved, decided: act } as const;
    const moved = correction.state === 'proposed' && (await moveCorrection(correction, to));
    const standing = moved ? { ...correction, ...to } : await getCorrection(correctionId);
    if (!standing || standing.decided?.by !== caller.personId || wasApproved(standing) !== approved)
      throw new BankError('ALREADY_DECIDED', { state: standing?.state ?? correction.state });
    const finished = await finishCorrection(standing, now);
    const { refusal } = finished;
    if (refusal) throw new BankError(refusal.code, refusal.details as never);
    const proposer = await getPerson(correction.proposed.by);
    return correctionRow(finished, printedName(held.passbook, held.holder), proposer?.name ?? '');
  },
};

/** A decided correction that ends refused was approved before. */
function wasApproved({ state }: Correction): boolean {
  return state === 'approved' || state === 'refused';
}
