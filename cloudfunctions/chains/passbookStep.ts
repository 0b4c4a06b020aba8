import { dayOf, type Instant } from '../../types/day';
import type { Passbook } from '../../types/entities';
import { BankError } from '../../types/errors';
import {
  bookStep,
  burnStep,
  closePage,
  isBurnt,
  judge,
  nextPage,
  type PassbookStep,
  recentCounters,
  type StepRefusal,
  verdictOfTaken,
} from '../bank/ledger';
import { sha256 } from '../platform/secret';
import { keepPage, turnedPageWith } from '../store/pages';
import { getPassbook, takeStep as tryStep, turnTo } from '../store/passbooks';

/** Each round is lost to another step on the same passbook; more than a few at once is a storm. */
const MOST_ROUNDS = 8;

/**
 * Takes a step on a passbook, turning its page first if that is full. Safe to repeat: a step that was taken
 * before, on this page or an older one, is not taken again.
 * @param passbook as just read; `build` makes the step for it, and anew for each later reading
 * @param began the page on which the step's chain began: it cannot be on an older one
 * @returns null when the step is taken, else why the passbook refuses it
 * @throws BankError BUSY when too many steps come at once
 */
export async function takeStep(
  passbook: Passbook,
  began: number,
  build: (passbook: Passbook) => PassbookStep,
  now: Instant,
): Promise<StepRefusal | null> {
  let current = passbook;
  let searchedUpTo = began;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const step = bookStep(build(current), current, now);
    const turned = current.page.no > searchedUpTo ? await turnedPageWith(current._id, step.id) : null;
    searchedUpTo = Math.max(searchedUpTo, current.page.no);
    const verdict = turned ? verdictOfTaken(turned.ids, step) : judge(current, step);
    if (verdict === 'taken') return null;
    if (verdict === 'full') {
      const next = await turnPage(current, now);
      // The page just turned was read whole, and the step was not on it.
      if (next) searchedUpTo = next.page.no;
      current = next ?? (await reread(current._id));
      continue;
    }
    if (verdict !== 'ready') return verdict;
    if (await tryStep(current._id, current.page.no, step)) return null;
    current = await reread(current._id);
  }
  throw new BankError('BUSY', {});
}

/**
 * Sees to it that a step is never taken. Safe to repeat.
 * @returns false when it was taken before
 * @throws BankError BUSY when too many steps come at once
 */
export async function forestall(
  passbook: Passbook,
  began: number,
  stepId: string,
  now: Instant,
): Promise<boolean> {
  await takeStep(passbook, began, () => burnStep(stepId), now);
  const { page } = await reread(passbook._id);
  const ids = page.ids.includes(stepId) ? page.ids : (await turnedPageWith(passbook._id, stepId))?.ids;
  return isBurnt(ids ?? [], stepId);
}

/** Turns a full page; null if somebody else turned it first. */
async function turnPage(passbook: Passbook, now: Instant): Promise<Passbook | null> {
  const page = await keepPage(closePage(passbook, now, sha256));
  const counters = recentCounters(passbook, dayOf(now));
  if (!(await turnTo(page, counters))) return null;
  return { ...passbook, page: nextPage(page), counters };
}

async function reread(passbookId: string): Promise<Passbook> {
  const passbook = await getPassbook(passbookId);
  if (!passbook) throw new BankError('NOT_FOUND', { what: 'passbook' });
  return passbook;
}
