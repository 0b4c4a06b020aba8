import type { Instant } from '../../types/day';
import type { Award } from '../../types/entities';
import { command as _ } from '../platform/database';
import { Documents } from './collection';
import { sameUndo } from './sameUndo';

const awards = new Documents<Award>('awards');

export function claimAward(award: Award) {
  return awards.claim(award);
}

export function getAward(awardId: string): Promise<Award | null> {
  return awards.get(awardId);
}

/** Moves an award on, if it is still in the state named, and in the same attempt at undoing it. */
export function moveAward(
  award: Pick<Award, '_id' | 'state' | 'undo'>,
  to: Partial<Award>,
): Promise<boolean> {
  return awards.move(award, to, sameUndo(award));
}

/** Marks that no step of the chain is missing; only in the state that was completed. */
export function settleAward(award: Pick<Award, '_id' | 'state' | 'undo'>): Promise<boolean> {
  return moveAward(award, { settled: true });
}

/** Awards of a passbook that are still to be decided or credited. */
export function openAwardsOf(passbookId: string, limit: number): Promise<Award[]> {
  return awards.find({ passbookId, state: _.in(['proposed', 'approved']) }, null, limit);
}

/** How many awards of a branch wait for a decision. */
export async function countProposedAwards(branchId: string): Promise<number> {
  return (await awards.countBy<string>({ branchId, state: 'proposed' }, 'state')).get('proposed') ?? 0;
}

/** A branch's awards, newest first; also those that could not even be proposed. */
export function awardsOf(branchId: string, limit: number): Promise<Award[]> {
  return awards.find({ branchId }, ['proposed.at', 'desc'], limit);
}

/** Chains left standing since before a moment. */
export function unsettledAwards(before: Instant, limit: number): Promise<Award[]> {
  return awards.find({ settled: false, 'proposed.at': _.lt(before) }, ['proposed.at', 'asc'], limit);
}
