import type { Instant } from '../../types/day';
import type { Act, Award, Passbook, Undo } from '../../types/entities';
import { BankError } from '../../types/errors';
import { awardLine, awardStep } from '../bank/award';
import { nextUndo } from '../bank/takeBack';
import { moveAward, settleAward } from '../store/awards';
import { getPassbook } from '../store/passbooks';
import { takeStep } from './passbookStep';
import { letGo, reverse, setAside, type TakenBack } from './takeBack';

/**
 * Does what an award's record says is still to be done: credit it, or take it back. Safe to repeat, by anybody.
 * @throws BankError BUSY when somebody else moves it at the same time
 */
export async function finishAward(award: Award, now: Instant): Promise<Award> {
  if (award.settled) return award;
  switch (award.state) {
    case 'approved': {
      const passbook = await requirePassbook(award.passbookId);
      const refused = await takeStep(passbook, award.pageNo, () => awardStep(award), now);
      // A closed passbook stays closed: no copy of the line can land any more.
      if (refused === 'closed')
        return moveOn(award, { state: 'refused', refusal: { code: 'PASSBOOK_CLOSED', details: {} } }, now);
      if (refused) throw new Error(`award ${award._id}: line refused (${refused})`);
      if (award.undo) await letGo(takenBack(award, award.undo), passbook, now);
      break;
    }
    case 'undoing': {
      const undo = requireUndo(award);
      const refusal = await setAside(takenBack(award, undo), await requirePassbook(award.passbookId), now);
      return moveOn(
        award,
        refusal ? { state: 'approved', undo: { ...undo, refusal } } : { state: 'undone' },
        now,
      );
    }
    case 'undone':
      await reverse(takenBack(award, requireUndo(award)), now);
      break;
    case 'proposed':
    case 'declined':
    case 'refused':
  }
  await settleAward(award);
  return { ...award, settled: true };
}

/**
 * Takes an award back, its own chain being complete.
 * @returns the award, undone; or still approved, its `undo` telling why
 * @throws BankError BUSY when somebody else moves it at the same time
 */
export function takeAwardBack(award: Award, act: Act, correction: Undo['correction']): Promise<Award> {
  const undo = nextUndo(award.undo, act, correction);
  return moveOn(award, { state: 'undoing', settled: false, undo }, act.at);
}

async function moveOn(award: Award, to: Partial<Award>, now: Instant): Promise<Award> {
  if (!(await moveAward(award, to))) throw new BankError('BUSY', {});
  return finishAward({ ...award, ...to }, now);
}

function takenBack(award: Award, undo: Undo): TakenBack {
  return { line: awardLine(award), undo, pageNo: award.pageNo, passbookId: award.passbookId };
}

function requireUndo({ _id, undo }: Award): Undo {
  if (!undo) throw new Error(`award ${_id}: undoing without an act`);
  return undo;
}

async function requirePassbook(passbookId: string): Promise<Passbook> {
  const passbook = await getPassbook(passbookId);
  if (!passbook) throw new BankError('NOT_FOUND', { what: 'passbook' });
  return passbook;
}
