import type { TrailEntry } from '../../types/entities';
import { Documents } from './collection';

const trail = new Documents<TrailEntry>('trail');

/** Records a staff act before it is done; gives the entry that stands. */
export async function claimTrailEntry(entry: TrailEntry): Promise<TrailEntry> {
  return (await trail.claim(entry)).record;
}
