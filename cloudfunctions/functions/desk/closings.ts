import type { Action } from '../../platform/serve';
import { closingsOf, NEVER } from '../../store/closings';

const MOST_CLOSINGS = 31;

/** A branch's closings with what was in transit and what differed, newest first. */
export const closings: Action<'desk', 'closings'> = {
  may: ['teller', 'manager', 'street'],
  writes: false,
  async run({ input: { branchId, before = NEVER }, caller }) {
    caller.requireAt(branchId);
    const found = await closingsOf(branchId, before, MOST_CLOSINGS + 1);
    return {
      closings: found.slice(0, MOST_CLOSINGS).map(({ heads: _heads, ...closing }) => closing),
      more: found.length > MOST_CLOSINGS,
    };
  },
};
