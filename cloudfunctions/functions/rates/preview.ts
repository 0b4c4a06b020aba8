import { addDays, dayOf } from '../../../types/day';
import { BankError } from '../../../types/errors';
import { replay } from '../../bank/impact';
import { summarise } from '../../chains/daySummary';
import type { Action } from '../../platform/serve';
import { getBranch } from '../../store/branches';
import { outstandingPoints } from '../../store/passbooks';
import { rewardsOf } from '../../store/rewards';
import { summariesOf } from '../../store/summaries';
import { completeWording } from './wording';

const DAYS = 90;

/** What a draft would have done in the last 90 days. Reads summaries where there are, and changes nothing. */
export const preview: Action<'rates', 'preview'> = {
  may: ['councillor', 'manager', 'holder'],
  writes: false,
  async run({ input: { branchId, earning, prices }, now }) {
    const until = dayOf(now);
    const from = addDays(until, 1 - DAYS);
    const [branch, draft, kept, rewards, outstanding] = await Promise.all([
      getBranch(branchId),
      completeWording(branchId, { earning, prices, explanation: '' }),
      summariesOf(branchId, from, until),
      rewardsOf(branchId),
      outstandingPoints(branchId),
    ]);
    if (!branch) throw new BankError('NOT_FOUND', { what: 'branch' });
    const opened = dayOf(branch.createdAt);
    const known = new Map(kept.map((summary) => [summary.day, summary]));
    const days = Array.from({ length: DAYS }, (_, index) => addDays(from, index)).filter(
      (day) => day >= opened,
    );
    const summaries = [];
    for (const day of days) summaries.push(known.get(day) ?? (await summarise(branchId, day, now)));
    return replay(summaries, draft, { rewards, outstanding }, from, until);
  },
};
