import type { Opening } from '../../types/entities';
import type { Instant } from '../../types/day';
import { command as _ } from '../platform/database';
import { Documents } from './collection';

const openings = new Documents<Opening>('openings');

export function getOpening(openingId: string): Promise<Opening | null> {
  return openings.get(openingId);
}

/** Records that a passbook shall be opened, and under which number; gives the record that stands. */
export function claimOpening(opening: Opening) {
  return openings.claim(opening);
}

/** Marks that the passbook is opened and listed. */
export function settleOpening(openingId: string): Promise<boolean> {
  return openings.change({ _id: openingId }, { settled: true });
}

/** Openings left half done since before a moment. */
export function unsettledOpenings(before: Instant, limit: number): Promise<Opening[]> {
  return openings.find({ settled: false, 'act.at': _.lt(before) }, ['act.at', 'asc'], limit);
}
