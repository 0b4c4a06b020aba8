import type { Action } from '../../platform/serve';
import { countLapsed } from '../../store/attendances';
import { countProposedAwards } from '../../store/awards';
import { countProposedCorrections } from '../../store/corrections';

/** How much of a branch's work waits for somebody's decision. */
export const waiting: Action<'desk', 'waiting'> = {
  may: ['teller', 'manager'],
  writes: false,
  async run({ input: { branchId }, caller }) {
    caller.requireAt(branchId);
    const [awards, corrections, hours] = await Promise.all([
      countProposedAwards(branchId),
      countProposedCorrections(branchId),
      countLapsed(branchId),
    ]);
    return { awards, corrections, hours };
  },
};
