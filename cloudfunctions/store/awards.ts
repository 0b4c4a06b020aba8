import type { Instant } from '../../types/day';
import type { Award } from '../../types/entities';
import { command as _ } from '../platform/database';
import { Documents } from './collection';

const awards = new Documents<Award>('awards');

export function claimAward(award: Award) {
  return awards.claim(award);
}

export function getAward(awardId: string): Promise<Award | null> {
  return awards.get(awardId);
}

/** Moves an award on, if it is still in the state named. */
export function moveAward(award: Award, to: Partial<Award>): Promise<boolean> {
  return awards.move(award, to);
}

/** Marks that no step of the chain is missing. */
export function settleAward(awardId: string): Promise<boolean> {
  return awards.change({ _id: awardId }, { settled: true });
}

/** A branch's awards, newest first; those that could not be proposed are nobody's to see. */
export function awardsOf(branchId: string, limit: number): Promise<Award[]> {
  return awards.find({ branchId, state: _.neq('refused') }, ['proposed.at', 'desc'], limit);
}

/** Chains left standing since before a moment. */
export function unsettledAwards(before: Instant, limit: number): Promise<Award[]> {
  return awards.find({ settled: false, 'proposed.at': _.lt(before) }, ['proposed.at', 'asc'], limit);
}
