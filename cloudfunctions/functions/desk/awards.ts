import { wasNeverProposed } from '../../bank/award';
import type { Action } from '../../platform/serve';
import { awardsOf } from '../../store/awards';
import { getPassbooks } from '../../store/passbooks';
import { getPeople } from '../../store/people';
import { printedName } from '../../bank/print';
import { awardRow } from './awardRow';

const MOST_AWARDS = 50;

/** A branch's awards, proposed and decided, newest first. */
export const awards: Action<'desk', 'awards'> = {
  may: ['teller', 'manager'],
  writes: false,
  async run({ input: { branchId }, caller }) {
    caller.requireAt(branchId);
    const found = (await awardsOf(branchId, MOST_AWARDS)).filter((award) => !wasNeverProposed(award));
    const [passbooks, people] = await Promise.all([
      getPassbooks([...new Set(found.map((award) => award.passbookId))]),
      getPeople(found.flatMap((award) => [award.holderId, award.proposed.by])),
    ]);
    return {
      awards: found.map((award) => {
        const passbook = passbooks.find((book) => book._id === award.passbookId);
        const holder = people.get(award.holderId) ?? null;
        const name = passbook ? printedName(passbook, holder) : '';
        return awardRow(award, name, people.get(award.proposed.by)?.name ?? '');
      }),
    };
  },
};
