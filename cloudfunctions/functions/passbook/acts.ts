import { nameActs } from '../../chains/nameActs';
import { actsOf } from '../../bank/acts';
import type { Action } from '../../platform/serve';
import { actsOnPassbook } from '../../store/acts';

const MOST_ACTS = 30;

/** All that staff did about a passbook, for whoever holds it; newest first. */
export const acts: Action<'passbook', 'acts'> = {
  may: ['holder'],
  writes: false,
  async run({ input: { passbookId, before }, caller, now }) {
    caller.requireHolding(passbookId);
    const until = before ?? now + 1;
    const found = actsOf(await actsOnPassbook(passbookId, until, MOST_ACTS + 1), until, MOST_ACTS + 1);
    return { acts: await nameActs(found.slice(0, MOST_ACTS)), more: found.length > MOST_ACTS };
  },
};
