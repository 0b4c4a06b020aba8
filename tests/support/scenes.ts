import { addDays, dayOf, HOUR, startOfDay } from '../../types/day';
import type { ErrorCode } from '../../types/errors';
import type { Output } from '../../types/routes';
import { keepsItsPromises } from './promises';
import {
  giveAward,
  holdActivity,
  openPassbook,
  showCode,
  type TestBank,
  type TestBranch,
  type TestPerson,
  type Told,
} from './testBank';

/** Somebody with a passbook. */
export interface Holder {
  person: TestPerson;
  passbookId: string;
}

/** Lets the night pass: it is nine in the morning of the next day. */
export function nextMorning(bank: TestBank): void {
  bank.now = startOfDay(addDays(dayOf(bank.now), 1)) + 9 * HOUR;
}

/** Opens a passbook and puts an award into it: 20 points for one of the community, 1,000 for the city's. */
export async function richHolder(
  branch: TestBranch,
  name: string,
  level: 'community' | 'city' = 'community',
): Promise<Holder> {
  const holder = await openPassbook(branch, name);
  await giveAward(branch, holder.passbookId, level);
  return holder;
}

/** An activity paid by the hour that is on now. */
export function holdHours(branch: TestBranch, hours = 3, title = '义诊'): Promise<string> {
  return holdActivity(branch, { title, category: 'professional', basis: 'hour', hours });
}

/** A teller scans what the holder's phone shows at this moment. */
export async function scan<A extends 'checkIn' | 'checkOut'>(
  teller: TestPerson,
  action: A,
  sessionId: string,
  { person, passbookId }: Holder,
  requestId?: string,
): Promise<Told<Output<'activity', A>>> {
  const code = await showCode(person, passbookId);
  // A helper over two actions of one input: the compiler can't see that they are alike.
  const told = teller.call('activity', action as 'checkIn', { sessionId, code }, requestId);
  return told as Promise<Told<Output<'activity', A>>>;
}

/** Scans and expects it to succeed. */
export async function scanned(
  teller: TestPerson,
  action: 'checkIn' | 'checkOut',
  sessionId: string,
  holder: Holder,
  requestId?: string,
): Promise<Output<'activity', 'checkIn'>> {
  const told = await scan(teller, action, sessionId, holder, requestId);
  if (!told.ok) throw new Error(`${action}: ${told.code} ${JSON.stringify(told.details)}`);
  return told.data;
}

/** The outcome of a call in one word: `ok`, or the code of its refusal. */
export function outcome(told: Told<unknown>): 'ok' | ErrorCode {
  return told.ok ? 'ok' : told.code;
}

/** Asks again while the bank is busy, as a client does. */
export async function persist<T>(ask: () => Promise<Told<T>>): Promise<Told<T>> {
  for (let tries = 0; ; tries++) {
    const told = await ask();
    if (outcome(told) !== 'BUSY' || tries > 20) return told;
  }
}

/** Closes a bank, which must have kept its promises. */
export async function closeBank(bank: TestBank): Promise<void> {
  try {
    await keepsItsPromises(bank);
  } finally {
    await bank.stop();
  }
}

/** Starts as many instances of a function as there can be, so that what is sent at once is done at once. */
export async function warmUp({ branchId, teller }: TestBranch, name: keyof typeof CHEAP): Promise<void> {
  await Promise.all(Array.from({ length: 8 }, () => CHEAP[name](teller, branchId)));
}

const CHEAP = {
  passbook: (teller: TestPerson) => teller.call('passbook', 'branches', {}),
  activity: (teller: TestPerson, branchId: string) => teller.call('activity', 'list', { branchId }),
  redemption: (teller: TestPerson, branchId: string) => teller.call('redemption', 'catalogue', { branchId }),
  desk: (teller: TestPerson, branchId: string) => teller.call('desk', 'rewards', { branchId }),
  rates: (teller: TestPerson, branchId: string) => teller.call('rates', 'council', { branchId }),
};

/** Balance, held and available as the holder's first screen shows them. */
export async function pointsOf({ person, passbookId }: Holder) {
  const { current } = await person.do('passbook', 'home', { passbookId });
  if (!current) throw new Error('no passbook is shown');
  const { balance, held, available } = current.cover;
  return { balance, held, available };
}

/** How many places of a session are taken. */
export async function takenPlaces(branch: TestBranch, sessionId: string): Promise<number> {
  const { taken } = await branch.teller.do('activity', 'get', { sessionId });
  return taken;
}
