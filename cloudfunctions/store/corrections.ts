import type { Instant } from '../../types/day';
import type { Correction } from '../../types/entities';
import { command as _ } from '../platform/database';
import { Documents } from './collection';

const corrections = new Documents<Correction>('corrections');

export function claimCorrection(correction: Correction) {
  return corrections.claim(correction);
}

export function getCorrection(correctionId: string): Promise<Correction | null> {
  return corrections.get(correctionId);
}

/** Moves a correction on, if it is still in the state named. */
export function moveCorrection(
  correction: Pick<Correction, '_id' | 'state'>,
  to: Partial<Correction>,
): Promise<boolean> {
  return corrections.move(correction, to);
}

/** A branch's corrections, newest first. */
export function correctionsOf(branchId: string, limit: number): Promise<Correction[]> {
  return corrections.find({ branchId }, ['proposed.at', 'desc'], limit);
}

/** Corrections of a passbook that are still to be decided, or were approved. */
export function standingCorrections(passbookId: string, limit: number): Promise<Correction[]> {
  return corrections.find({ passbookId, state: _.in(['proposed', 'approved']) }, null, limit);
}

/** How many corrections of a branch wait for a decision. */
export async function countProposedCorrections(branchId: string): Promise<number> {
  return (await corrections.countBy<string>({ branchId, state: 'proposed' }, 'state')).get('proposed') ?? 0;
}

/** Chains left standing since before a moment. */
export function unsettledCorrections(before: Instant, limit: number): Promise<Correction[]> {
  return corrections.find({ settled: false, 'decided.at': _.lt(before) }, ['decided.at', 'asc'], limit);
}
