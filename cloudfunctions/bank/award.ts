import { dayOf } from '../../types/day';
import type { Award, Line } from '../../types/entities';
import { BankError } from '../../types/errors';
import { type PassbookStep, postLine } from './ledger';

/**
 * Points made by hand need three people.
 * @throws BankError THREE_PEOPLE_NEEDED
 */
export function requireThreePeople(proposer: string, approver: string, beneficiary: string): void {
  if (new Set([proposer, approver, beneficiary]).size < 3) throw new BankError('THREE_PEOPLE_NEEDED', {});
}

/** Whether it was refused at once, and is kept for its request only: nobody sees it. */
export function wasNeverProposed({ state, decided }: Pick<Award, 'state' | 'decided'>): boolean {
  return state === 'refused' && !decided;
}

/** The step that credits an approved award. */
export function awardStep(award: Award): PassbookStep {
  return postLine(awardLine(award));
}

/** What is printed for an approved award. */
export function awardLine(award: Award): Line {
  const at = award.decided?.at ?? award.proposed.at;
  return {
    id: award._id,
    kind: 'earn',
    points: award.credit.points,
    title: award.levelTitle,
    category: 'outstanding',
    occurredAt: at,
    bookedOn: dayOf(at),
    contra: 'issue:outstanding',
    source: { kind: 'award', id: award._id },
    rate: { version: award.credit.version, inputs: award.credit.inputs },
    reverses: null,
  };
}
