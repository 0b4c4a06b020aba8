import type { Opening } from '../../types/entities';
import { Documents } from './collection';

const openings = new Documents<Opening>('openings');

export function getOpening(openingId: string): Promise<Opening | null> {
  return openings.get(openingId);
}

/** Records that a passbook shall be opened, and under which number; gives the record that stands. */
export function claimOpening(opening: Opening) {
  return openings.claim(opening);
}
