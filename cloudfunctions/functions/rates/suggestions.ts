import type { Action } from '../../platform/serve';
import { getPeople } from '../../store/people';
import { suggestionsOf } from '../../store/proposals';

const MOST = 50;

/** What residents would like changed, newest first. */
export const suggestions: Action<'rates', 'suggestions'> = {
  may: ['councillor', 'manager', 'holder'],
  writes: false,
  async run({ input: { branchId } }) {
    const found = await suggestionsOf(branchId, MOST);
    const people = await getPeople(found.map((suggestion) => suggestion.act.by));
    return {
      suggestions: found.map(({ _id, text, act, adoptedBy }) => ({
        id: _id,
        text,
        by: people.get(act.by)?.name.slice(0, 1) ?? '',
        at: act.at,
        adoptedBy,
      })),
    };
  },
};
