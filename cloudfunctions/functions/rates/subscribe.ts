import { BankError } from '../../../types/errors';
import type { Action } from '../../platform/serve';
import { branchName } from '../../store/branches';
import { addConsent, claimSubscription } from '../../store/notices';

/** Counts the messages that a person just agreed to in WeChat: one for each topic. */
export const subscribe: Action<'rates', 'subscribe'> = {
  may: ['person'],
  writes: true,
  async run({ input: { branchId, topics }, caller, now, requestId }) {
    if (!(await branchName(branchId, now))) throw new BankError('NOT_FOUND', { what: 'branch' });
    for (const topic of new Set(topics)) {
      const _id = `${caller.personId}#${branchId}#${topic}`;
      await claimSubscription({ _id, personId: caller.personId, branchId, topic, left: 0, ids: [] });
      await addConsent(_id, requestId);
    }
    return { topics };
  },
};
