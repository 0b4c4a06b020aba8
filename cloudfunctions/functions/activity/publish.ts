import { MINUTE } from '../../../types/day';
import type { Activity } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import type { Input } from '../../../types/routes';
import { LONGEST_SESSION } from '../../bank/attendance';
import { finishActivity } from '../../chains/activity';
import { cardInForce } from '../../store/rateCards';
import { ruleFor } from '../../bank/rateCard';
import { requireSameContent } from '../../bank/sameContent';
import type { Action } from '../../platform/serve';
import { claimActivity, getActivity } from '../../store/sessions';

const SHORTEST = 15 * MINUTE;

/** Publishes an activity with its sessions. The record leads; its sessions follow from it. */
export const publish: Action<'activity', 'publish'> = {
  may: ['teller', 'manager'],
  writes: true,
  async run({ input, caller, now, idFor }) {
    caller.requireAt(input.branchId);
    const _id = idFor('a');
    const before = await getActivity(_id);
    if (before) return answer(before, input);

    const { category, basis } = input;
    input.sessions.forEach(({ startsAt, endsAt }, index) => {
      const length = endsAt - startsAt;
      if (endsAt <= now || length < SHORTEST || length > LONGEST_SESSION)
        throw new BankError('BAD_INPUT', { path: `input.sessions.${index}.endsAt` });
    });
    const card = await cardInForce(input.branchId, now, now);
    // Nobody should be asked to a deed that the branch has not agreed to pay.
    if (!ruleFor(card, { basis, category, kind: 'volunteer' })) throw new BankError('NO_EARNING_RULE', {});

    const { record } = await claimActivity({
      _id,
      ...input,
      state: 'open',
      settled: false,
      publishedAt: now,
      publishedBy: caller.personId,
      cancelledAt: null,
      cancelledBy: null,
    });
    return answer(record, input);
  },
};

/** @throws BankError REQUEST_REUSED when the request's id was used for another activity */
async function answer(activity: Activity, input: Input<'activity', 'publish'>) {
  requireSameContent(activity, input);
  return { activityId: activity._id, sessionIds: await finishActivity(activity) };
}
