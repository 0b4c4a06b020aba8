import type { Passbook, Person } from '../../../types/entities';
import type { PassbookRow } from '../../../types/routes';
import type { Action } from '../../platform/serve';
import { getHeldPassbook, getPassbooks } from '../../store/passbooks';
import { findPeople } from '../../store/people';
import { isPassbookNumber } from '../../bank/passbookNumber';
import { printedName } from '../../bank/print';

/** Finds a branch's passbooks by number, or by a holder's whole name or phone number. */
export const passbooks: Action<'desk', 'passbooks'> = {
  may: ['teller', 'manager'],
  writes: false,
  async run({ input: { branchId, search }, caller }) {
    caller.requireAt(branchId);
    if (isPassbookNumber(search)) {
      const held = await getHeldPassbook(search);
      return { passbooks: held?.passbook.branchId === branchId ? [row(held.passbook, held.holder)] : [] };
    }
    const people = await findPeople(search);
    const own = people.flatMap((person) => person.passbooks).filter((book) => book.branchId === branchId);
    const found = await getPassbooks(own.map((book) => book.id));
    return {
      passbooks: found.map((book) =>
        row(book, people.find((person) => person._id === book.holderId) ?? null),
      ),
    };
  },
};

function row(passbook: Passbook, holder: Person | null): PassbookRow {
  const { _id, kind, status } = passbook;
  const phone = holder?.phone.replace(/^(\d{3})\d{4}/, '$1****') ?? '';
  return { id: _id, kind, name: printedName(passbook, holder), phone, status };
}
