import { nameActs } from '../../chains/nameActs';
import { actsOf } from '../../bank/acts';
import type { Action } from '../../platform/serve';
import { actsAtBranch } from '../../store/acts';

const MOST_ACTS = 30;

/** Every act of a branch's staff, newest first: who, when, what for, before and after. */
export const trail: Action<'desk', 'trail'> = {
  may: ['manager', 'street'],
  writes: false,
  async run({ input: { branchId, before }, caller, now }) {
    caller.requireAt(branchId);
    const until = before ?? now + 1;
    const acts = actsOf(await actsAtBranch(branchId, until, MOST_ACTS + 1), until, MOST_ACTS + 1);
    return { acts: await nameActs(acts.slice(0, MOST_ACTS)), more: acts.length > MOST_ACTS };
  },
};
