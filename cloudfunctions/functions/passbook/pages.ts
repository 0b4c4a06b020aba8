import type { Action } from '../../platform/serve';
import { olderPages } from '../../store/pages';
import { printTurnedPage } from '../../bank/print';

const NEWEST = Number.MAX_SAFE_INTEGER;

/** Turned pages, newest first. */
export const pages: Action<'passbook', 'pages'> = {
  may: ['holder'],
  writes: false,
  async run({ input, caller }) {
    caller.requireHolding(input.passbookId);
    const limit = input.limit ?? 5;
    const found = await olderPages(input.passbookId, input.before ?? NEWEST, limit);
    const last = found.at(-1);
    return { pages: found.map(printTurnedPage), more: last !== undefined && last.no > 1 };
  },
};
