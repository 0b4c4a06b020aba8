import { CODE_STEP_MS } from '../../types/code';
import { DAY, HOUR, MINUTE } from '../../types/day';
import { keepsItsPromises } from '../support/promises';
import {
  type Holder,
  holdHours,
  outcome,
  pointsOf,
  scan,
  scanned,
  takenPlaces,
  warmUp,
} from '../support/scenes';
import {
  holdActivity,
  newRequestId,
  openBranch,
  openPassbook,
  showCode,
  TestBank,
  type TestBranch,
} from '../support/testBank';

describe('checking in', () => {
  let bank: TestBank;
  let branch: TestBranch;
  let other: TestBranch;
  let holder: Holder;
  let count = 0;
  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
    await warmUp(branch);
    other = await openBranch(bank, '0315');
  });
  beforeEach(async () => {
    holder = await openPassbook(branch, `志愿者${++count}号`);
  });
  afterEach(() => keepsItsPromises(bank));
  afterAll(() => bank.stop());

  const code = (at = bank.now) => showCode(holder.person, holder.passbookId, at);
  const nextCode = () => bank.pass(2 * CODE_STEP_MS);

  it('credits a visit once, however often the request is sent', async () => {
    const sessionId = await holdActivity(branch);
    const requestId = newRequestId();
    const first = await scanned(branch.teller, 'checkIn', sessionId, holder, requestId);
    nextCode();
    const again = await branch.teller.do('activity', 'checkIn', { sessionId, code: await code() }, requestId);
    expect(again).toEqual(first);
    expect(await pointsOf(holder)).toEqual({ balance: 100, held: 0, available: 100 });
  });

  it('tells a second scan when the first was, and whose', async () => {
    const sessionId = await holdActivity(branch);
    const { at } = await scanned(branch.teller, 'checkIn', sessionId, holder);
    nextCode();
    const told = await scan(branch.otherTeller, 'checkIn', sessionId, holder);
    expect(told).toMatchObject({
      ok: false,
      code: 'ALREADY_CHECKED_IN',
      details: { at, name: `志愿者${count}号` },
    });
    expect(await pointsOf(holder)).toMatchObject({ balance: 100 });
  });

  it('credits once when two tellers scan at the same moment', async () => {
    const sessionId = await holdActivity(branch);
    const told = await Promise.all(
      [branch.teller, branch.otherTeller, branch.manager].map((teller) =>
        scan(teller, 'checkIn', sessionId, holder),
      ),
    );
    expect(told.map(outcome).sort()).toEqual(['ALREADY_CHECKED_IN', 'ALREADY_CHECKED_IN', 'ok']);
    expect(await pointsOf(holder)).toMatchObject({ balance: 100 });
  });

  it('credits a code at one session only, even if two scan it at once', async () => {
    const sessions = [await holdActivity(branch), await holdActivity(branch), await holdActivity(branch)];
    const shown = await code();
    const told = await Promise.all(
      sessions.map((sessionId) => branch.teller.call('activity', 'checkIn', { sessionId, code: shown })),
    );
    expect(told.map(outcome).sort()).toEqual(['CODE_USED', 'CODE_USED', 'ok']);
    // A walk-in who was refused keeps nobody's place.
    const taken = await Promise.all(sessions.map((sessionId) => takenPlaces(branch, sessionId)));
    expect(taken.sort()).toEqual([0, 0, 1]);
    expect(
      await branch.teller.refused('activity', 'checkIn', { sessionId: sessions[0]!, code: shown }),
    ).toMatch(/CODE_USED|ALREADY_CHECKED_IN/);
    nextCode();
    const refused = sessions[told.findIndex((one) => !one.ok)]!;
    expect(await scanned(branch.teller, 'checkIn', refused, holder)).toMatchObject({ points: 100 });
  });

  it('refuses a code that is not this bank’s, and says nothing else', async () => {
    const sessionId = await holdActivity(branch);
    const shown = await code();
    const forged = `${shown.slice(0, -1)}${shown.endsWith('0') ? '1' : '0'}`;
    const stranger = shown.replace(holder.passbookId, '0211-999999-9');
    for (const text of [forged, stranger, 'https://example.org', ''])
      expect(await branch.teller.call('activity', 'checkIn', { sessionId, code: text })).toMatchObject({
        code: 'CODE_INVALID',
        details: {},
      });
  });

  it('refuses a photo of a code that was shown a minute and a half ago', async () => {
    const sessionId = await holdActivity(branch);
    const old = await code(bank.now - 3 * CODE_STEP_MS);
    expect(await branch.teller.refused('activity', 'checkIn', { sessionId, code: old })).toBe('CODE_STALE');
    expect(await branch.teller.refused('activity', 'identify', { sessionId, code: old })).toBe('CODE_STALE');
  });

  it('refuses before the doors open and after the session, naming the times', async () => {
    const early = await holdActivity(branch, { startsIn: 31 * MINUTE });
    const startsAt = bank.now + 31 * MINUTE;
    expect(await scan(branch.teller, 'checkIn', early, holder)).toMatchObject({
      code: 'NOT_SESSION_TIME',
      details: { opensAt: startsAt - 30 * MINUTE, closesAt: startsAt + 2 * HOUR },
    });
    bank.pass(DAY);
    expect(outcome(await scan(branch.teller, 'checkIn', early, holder))).toBe('NOT_SESSION_TIME');
  });

  it('refuses at a session that was called off', async () => {
    const sessionId = await holdActivity(branch);
    await branch.teller.do('activity', 'cancel', { sessionId, reason: '暴雨' });
    expect(outcome(await scan(branch.teller, 'checkIn', sessionId, holder))).toBe('SESSION_CANCELLED');
  });

  it('refuses a passbook of another branch, and a teller of another', async () => {
    const theirs = await holdActivity(other);
    expect(await scan(other.teller, 'checkIn', theirs, holder)).toMatchObject({
      code: 'WRONG_BRANCH',
      details: { branchId: branch.branchId },
    });
    const ours = await holdActivity(branch);
    expect(outcome(await scan(other.teller, 'checkIn', ours, holder))).toBe('WRONG_BRANCH');
  });

  it('refuses a frozen passbook until it is unfrozen', async () => {
    const sessionId = await holdActivity(branch);
    const { passbookId } = holder;
    await branch.manager.do('desk', 'freeze', { passbookId, reason: '核实中' });
    expect(outcome(await scan(branch.teller, 'checkIn', sessionId, holder))).toBe('PASSBOOK_FROZEN');
    await branch.manager.do('desk', 'unfreeze', { passbookId, reason: '已核实' });
    expect(outcome(await scan(branch.teller, 'checkIn', sessionId, holder))).toBe('ok');
  });

  it('refuses the teller’s own passbook', async () => {
    const own = await openPassbook(branch, `teller-${branch.branchId}`);
    const sessionId = await holdActivity(branch);
    expect(outcome(await scan(branch.teller, 'checkIn', sessionId, own))).toBe('SELF_DEALING');
    expect(outcome(await scan(branch.otherTeller, 'checkIn', sessionId, own))).toBe('ok');
  });

  it('gives a walk-in a place if there is one, and keeps the places of those signed up', async () => {
    const [signed, walkIn] = [
      await openPassbook(branch, `甲${count}`),
      await openPassbook(branch, `乙${count}`),
    ];
    const sessionId = await holdActivity(branch, { capacity: 2 });
    await signed.person.do('activity', 'signUp', { sessionId, passbookId: signed.passbookId });
    expect(outcome(await scan(branch.teller, 'checkIn', sessionId, walkIn))).toBe('ok');
    expect(await scan(branch.teller, 'checkIn', sessionId, holder)).toMatchObject({
      code: 'SESSION_FULL',
      details: { capacity: 2 },
    });
    expect(outcome(await scan(branch.teller, 'checkIn', sessionId, signed))).toBe('ok');
    const { rows } = await branch.teller.do('activity', 'attendances', { sessionId });
    const came = rows
      .filter((row) => row.state === 'done')
      .map(({ passbookId, walkIn: by }) => [passbookId, by]);
    expect(came.sort()).toEqual(
      [
        [signed.passbookId, false],
        [walkIn.passbookId, true],
      ].sort(),
    );
  });

  it('refuses whoever is still checked in elsewhere, and says where', async () => {
    const hours = await holdHours(branch);
    const visit = await holdActivity(branch);
    const { at } = await scanned(branch.teller, 'checkIn', hours, holder);
    nextCode();
    expect(await scan(branch.teller, 'checkIn', visit, holder)).toMatchObject({
      code: 'STILL_ELSEWHERE',
      details: { title: '义诊', since: at },
    });
    expect(await takenPlaces(branch, visit)).toBe(0);
  });

  it('tells the teller who stands there, and what a scan would do', async () => {
    const sessionId = await holdHours(branch);
    const identified = async () =>
      branch.teller.do('activity', 'identify', { sessionId, code: await code() });
    expect(await identified()).toMatchObject({ name: `志愿者${count}号`, signedUp: false, next: 'checkIn' });
    await scanned(branch.teller, 'checkIn', sessionId, holder);
    expect(await identified()).toMatchObject({ signedUp: true, next: 'checkOut' });
  });
});
