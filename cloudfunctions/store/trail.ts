import type { TrailEntry } from '../../types/entities';
import { Documents } from './collection';

const trail = new Documents<TrailEntry>('trail');

/** Records a staff act before it is done; gives the entry that stands. */
export function claimTrailEntry(entry: TrailEntry) {
  return trail.claim(entry);
}
