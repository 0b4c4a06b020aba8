import type { Instant } from '../../types/day';
import type { Closure } from '../../types/entities';
import { command as _ } from '../platform/database';
import { Documents } from './collection';

const closures = new Documents<Closure>('closures');

export function claimClosure(closure: Closure) {
  return closures.claim(closure);
}

export function getClosure(closureId: string): Promise<Closure | null> {
  return closures.get(closureId);
}

/** Moves a closing on, if it is still in the state named. */
export function moveClosure(closure: Pick<Closure, '_id' | 'state'>, to: Partial<Closure>): Promise<boolean> {
  return closures.move(closure, to);
}

/** Chains left standing since before a moment. */
export function unsettledClosures(before: Instant, limit: number): Promise<Closure[]> {
  return closures.find({ settled: false, 'act.at': _.lt(before) }, ['act.at', 'asc'], limit);
}
