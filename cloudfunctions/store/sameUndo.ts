import type { Undo } from '../../types/entities';
import { command as _ } from '../platform/database';

/** That nobody has begun another attempt at taking the record back since it was read. */
export function sameUndo({ undo }: { undo: Pick<Undo, 'attempt'> | null }): object {
  return { 'undo.attempt': _.eq(undo?.attempt ?? null) };
}
