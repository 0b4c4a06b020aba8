import { hmac } from '../../cloudfunctions/platform/secret';
import { CODE_STEP_MS, codeStep, makeCode } from '../../types/code';
import { HOUR } from '../../types/day';
import type { Input } from '../../types/routes';
import type { Holder } from './scenes';
import { newRequestId, openPassbook, type TestBranch } from './testBank';

const SESSIONS_AT_ONCE = 20;

/** Draws a holder's codes as their phone does, with the key fetched once. */
export async function phoneOf({ person, passbookId }: Holder): Promise<(at: number) => string> {
  const { key } = await person.do('passbook', 'codeKey', { passbookId });
  const bytes = Buffer.from(key, 'hex');
  return (at) => makeCode(passbookId, codeStep(at), bytes, hmac);
}

/** Publishes so many sessions of one visit each, open for ten hours. */
export async function holdSessions(branch: TestBranch, count: number): Promise<string[]> {
  const all: string[] = [];
  const { now } = branch.bank;
  const session = { place: '小区南门', startsAt: now, endsAt: now + 10 * HOUR, capacity: 100 };
  while (all.length < count) {
    const input: Input<'activity', 'publish'> = {
      branchId: branch.branchId,
      title: '洁净家园',
      description: '',
      category: 'basic',
      basis: 'visit',
      askFirst: false,
      sessions: Array.from({ length: Math.min(SESSIONS_AT_ONCE, count - all.length) }, () => session),
    };
    all.push(...(await branch.teller.do('activity', 'publish', input)).sessionIds);
  }
  return all;
}

/** Somebody who came so many times: as many lines, a page turned with every twelfth. */
export async function openRegular(branch: TestBranch, name: string, lines: number): Promise<Holder> {
  const holder = await openPassbook(branch, name);
  const codeAt = await phoneOf(holder);
  for (const sessionId of await holdSessions(branch, lines)) {
    branch.bank.now += CODE_STEP_MS;
    await branch.teller.do(
      'activity',
      'checkIn',
      { sessionId, code: codeAt(branch.bank.now) },
      newRequestId(),
    );
  }
  return holder;
}
