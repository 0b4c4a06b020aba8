import { addDays, dayOf, type Instant } from '../../types/day';
import type { Opening, Passbook, PassbookKind, Person } from '../../types/entities';
import { BankError } from '../../types/errors';
import { firstPage } from '../bank/ledger';
import { passbookNumber } from '../bank/passbookNumber';
import { getBranch, takeSerial } from '../store/branches';
import { closingsOf, NEVER } from '../store/closings';
import { settleOpening } from '../store/openings';
import { claimPassbook, getPassbook } from '../store/passbooks';
import { addPassbook, claimOwnPassbook, getPerson } from '../store/people';

const MOST_ROUNDS = 20;

/**
 * Opens a person's own volunteer passbook. The number is reserved on the person first, so that two openings at
 * once, or one cut off, end in one passbook; a serial lost that way is a gap in the numbers and nothing else.
 * @throws BankError NOT_FOUND (branch), BUSY
 */
export async function openOwnPassbook(
  person: Person,
  branchId: string,
  now: Instant,
): Promise<{ passbookId: string; opened: boolean }> {
  const reserved = person.ownPassbookId ?? (await reserveNumber(person._id, branchId));
  // A number tells its branch: a second request may have named another one.
  const at = reserved.slice(0, 4);
  const opened = await openPassbook(reserved, at, 'volunteer', null, person._id, now);
  return { passbookId: reserved, opened };
}

/** Opens the passbook of an enterprise or organisation that its record names. Safe to repeat. */
export async function finishOpening(opening: Opening, now: Instant): Promise<void> {
  const { _id, settled, passbookId, branchId, kind, title, holderId } = opening;
  if (settled) return;
  await openPassbook(passbookId, branchId, kind, title, holderId, now);
  await settleOpening(_id);
}

/**
 * Makes the passbook of a reserved number and lists it with the person's. Safe to repeat.
 * @returns whether it was made now
 */
async function openPassbook(
  passbookId: string,
  branchId: string,
  kind: PassbookKind,
  title: string | null,
  holderId: string,
  now: Instant,
): Promise<boolean> {
  const existing = await getPassbook(passbookId);
  const claimed =
    !existing && (await claimPassbook(await empty(passbookId, branchId, kind, title, holderId, now))).claimed;
  await addPassbook(holderId, { id: passbookId, branchId, kind });
  return claimed;
}

/** Gives out the branch's next number. @throws BankError NOT_FOUND, BUSY */
export async function nextNumber(branchId: string): Promise<string> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const branch = await getBranch(branchId);
    if (!branch) throw new BankError('NOT_FOUND', { what: 'branch' });
    if (await takeSerial(branchId, branch.serial)) return passbookNumber(branchId, branch.serial + 1);
  }
  throw new BankError('BUSY', {});
}

async function reserveNumber(personId: string, branchId: string): Promise<string> {
  const number = await nextNumber(branchId);
  if (await claimOwnPassbook(personId, number)) return number;
  const person = await getPerson(personId);
  if (!person?.ownPassbookId) throw new BankError('BUSY', {});
  return person.ownPassbookId;
}

async function empty(
  passbookId: string,
  branchId: string,
  kind: PassbookKind,
  title: string | null,
  holderId: string,
  now: Instant,
): Promise<Passbook> {
  const [newest] = await closingsOf(branchId, NEVER, 1);
  const yesterday = addDays(dayOf(now), -1);
  return {
    _id: passbookId,
    branchId,
    kind,
    title,
    holderId,
    status: 'active',
    balance: 0,
    held: 0,
    available: 0,
    holds: {},
    page: firstPage(),
    lineCount: 0,
    counters: {},
    codeSteps: [],
    visiting: null,
    keyEpoch: 1,
    // A clock that was set back must not open a passbook on which a closed day could still be written.
    closedThrough: newest && newest.day > yesterday ? newest.day : yesterday,
    openedAt: now,
  };
}
