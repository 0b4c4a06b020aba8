import { printedName } from '../../bank/print';
import type { Action } from '../../platform/serve';
import { correctionsOf } from '../../store/corrections';
import { getPassbooks } from '../../store/passbooks';
import { getPeople } from '../../store/people';
import { correctionRow } from './correctionRow';

const MOST_CORRECTIONS = 50;

/** A branch's corrections, proposed and decided, newest first. */
export const corrections: Action<'desk', 'corrections'> = {
  may: ['teller', 'manager'],
  writes: false,
  async run({ input: { branchId }, caller }) {
    caller.requireAt(branchId);
    const found = await correctionsOf(branchId, MOST_CORRECTIONS);
    const [passbooks, people] = await Promise.all([
      getPassbooks([...new Set(found.map((correction) => correction.passbookId))]),
      getPeople(found.flatMap((correction) => [correction.holderId, correction.proposed.by])),
    ]);
    return {
      corrections: found.map((correction) => {
        const passbook = passbooks.find((book) => book._id === correction.passbookId);
        const holder = people.get(correction.holderId) ?? null;
        const name = passbook ? printedName(passbook, holder) : '';
        return correctionRow(correction, name, people.get(correction.proposed.by)?.name ?? '');
      }),
    };
  },
};
