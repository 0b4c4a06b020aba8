import { keepsItsPromises } from '../support/promises';
import { holdHours, outcome, scanned, takenPlaces, warmUp } from '../support/scenes';
import {
  holdActivity,
  newRequestId,
  openBranch,
  openPassbook,
  TestBank,
  type TestBranch,
} from '../support/testBank';
import { HOUR } from '../../types/day';
import { EARLY_CHECK_IN } from '../../types/doors';

const SOON = 2 * HOUR;

describe('signing up for a session', () => {
  let bank: TestBank;
  let branch: TestBranch;
  let other: TestBranch;
  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
    await warmUp(branch, 'activity');
    other = await openBranch(bank, '0315');
  });
  afterEach(() => keepsItsPromises(bank));
  afterAll(() => bank.stop());

  it('takes one place, however often it is asked', async () => {
    const { person, passbookId } = await openPassbook(branch, '周桂兰');
    const sessionId = await holdActivity(branch, { startsIn: SOON });
    const requestId = newRequestId();
    await person.do('activity', 'signUp', { sessionId, passbookId }, requestId);
    await person.do('activity', 'signUp', { sessionId, passbookId }, requestId);
    await person.do('activity', 'signUp', { sessionId, passbookId });
    expect(await takenPlaces(branch, sessionId)).toBe(1);
    expect(await person.do('activity', 'get', { sessionId })).toMatchObject({ signedUp: [passbookId] });
    expect((await person.do('passbook', 'home', {})).upcoming).toMatchObject([{ sessionId, passbookId }]);
  });

  it('is told from having come, and that from having left', async () => {
    const holder = await openPassbook(branch, '周桂兰');
    const { person, passbookId } = holder;
    const sessionId = await holdHours(branch);
    const told = async () => {
      const { sessions } = await person.do('activity', 'list', {});
      const { signedUp, came } = await person.do('activity', 'get', { sessionId });
      expect(sessions.find(({ id }) => id === sessionId)).toMatchObject({ signedUp, came });
      return { signedUp, came };
    };
    expect(await told()).toEqual({ signedUp: [], came: [] });
    await scanned(branch.teller, 'checkIn', sessionId, holder);
    expect(await told()).toEqual({ signedUp: [passbookId], came: [{ passbookId, isDone: false }] });
    bank.pass(HOUR);
    const { attendanceId } = await scanned(branch.teller, 'checkOut', sessionId, holder);
    expect(await told()).toEqual({ signedUp: [passbookId], came: [{ passbookId, isDone: true }] });
    await branch.teller.do('activity', 'undo', { attendanceId });
    expect(await told()).toEqual({ signedUp: [], came: [] });
  });

  it('gives the last places to as many as there are, all asking at once', async () => {
    const holders = await Promise.all(
      ['甲', '乙', '丙', '丁', '戊', '己'].map((name) => openPassbook(branch, name)),
    );
    const sessionId = await holdActivity(branch, { startsIn: SOON, capacity: 2 });
    const told = await Promise.all(
      holders.map(({ person, passbookId }) => person.call('activity', 'signUp', { sessionId, passbookId })),
    );
    expect(told.map(outcome).sort()).toEqual([...Array<string>(4).fill('SESSION_FULL'), 'ok', 'ok']);
    expect(await takenPlaces(branch, sessionId)).toBe(2);
  });

  it('gives a withdrawn place to the next, and the one who withdrew may sign up again', async () => {
    const [first, second] = [await openPassbook(branch, '吴秀英'), await openPassbook(branch, '郑建国')];
    const sessionId = await holdActivity(branch, { startsIn: SOON, capacity: 1 });
    const at = (passbookId: string) => ({ sessionId, passbookId });
    await first.person.do('activity', 'signUp', at(first.passbookId));
    expect(await second.person.refused('activity', 'signUp', at(second.passbookId))).toBe('SESSION_FULL');
    await first.person.do('activity', 'withdraw', at(first.passbookId));
    await first.person.do('activity', 'withdraw', at(first.passbookId));
    expect(await takenPlaces(branch, sessionId)).toBe(0);
    await second.person.do('activity', 'signUp', at(second.passbookId));
    expect(await first.person.refused('activity', 'signUp', at(first.passbookId))).toBe('SESSION_FULL');
    await second.person.do('activity', 'withdraw', at(second.passbookId));
    await first.person.do('activity', 'signUp', at(first.passbookId));
    expect(await first.person.do('activity', 'get', { sessionId })).toMatchObject({
      taken: 1,
      signedUp: [first.passbookId],
    });
  });

  it('keeps the new place from a late copy of an old withdrawal', async () => {
    const { person, passbookId } = await openPassbook(branch, '冯玉珍');
    const sessionId = await holdActivity(branch, { startsIn: SOON });
    const withdrawal = newRequestId();
    await person.do('activity', 'signUp', { sessionId, passbookId });
    await person.do('activity', 'withdraw', { sessionId, passbookId }, withdrawal);
    await person.do('activity', 'signUp', { sessionId, passbookId });
    await person.do('activity', 'withdraw', { sessionId, passbookId }, withdrawal);
    expect(await takenPlaces(branch, sessionId)).toBe(1);
  });

  it('ends with the session; withdrawing ends when the doors open, or once somebody has come', async () => {
    const { person, passbookId } = await openPassbook(branch, '陈丽华');
    const startsIn = HOUR;
    const sessionId = await holdActivity(branch, { startsIn });
    await person.do('activity', 'signUp', { sessionId, passbookId });
    const other = await openPassbook(branch, '褚明');
    const mine = { sessionId, passbookId: other.passbookId };
    await other.person.do('activity', 'signUp', mine);
    bank.pass(startsIn - EARLY_CHECK_IN - 1);
    await other.person.do('activity', 'withdraw', mine);
    await other.person.do('activity', 'signUp', mine);
    bank.pass(1);
    expect(await other.person.call('activity', 'withdraw', mine)).toMatchObject({
      code: 'WITHDRAW_CLOSED',
      details: { until: bank.now },
    });
    await scanned(branch.teller, 'checkIn', sessionId, { person, passbookId });
    expect(await person.refused('activity', 'withdraw', { sessionId, passbookId })).toBe(
      'ALREADY_CHECKED_IN',
    );
    bank.pass(3 * HOUR);
    const late = await openPassbook(branch, '卫国');
    const theirs = { sessionId, passbookId: late.passbookId };
    expect(await late.person.refused('activity', 'signUp', theirs)).toBe('SIGN_UP_CLOSED');
    expect(await late.person.refused('activity', 'withdraw', theirs)).toBe('NOT_SIGNED_UP');
  });

  it('is refused at another branch, and at a session that was called off', async () => {
    const { person, passbookId } = await openPassbook(branch, '蒋文');
    const theirs = await holdActivity(other, { startsIn: SOON });
    expect(await person.refused('activity', 'signUp', { sessionId: theirs, passbookId })).toBe(
      'WRONG_BRANCH',
    );

    const sessionId = await holdActivity(branch, { startsIn: SOON });
    await person.do('activity', 'signUp', { sessionId, passbookId });
    await branch.teller.do('activity', 'cancel', { sessionId, reason: '暴雨' });
    expect((await person.do('passbook', 'home', {})).upcoming).toEqual([]);
    const { rows } = await branch.teller.do('activity', 'attendances', { sessionId });
    expect(rows).toMatchObject([{ name: '蒋文', state: 'signed' }]);
    const late = await openPassbook(branch, '沈红');
    const mine = { sessionId, passbookId: late.passbookId };
    expect(await late.person.refused('activity', 'signUp', mine)).toBe('SESSION_CANCELLED');
  });

  it('is refused with a frozen passbook and for somebody else’s', async () => {
    const [{ person, passbookId }, other] = [
      await openPassbook(branch, '韩雪'),
      await openPassbook(branch, '杨帆'),
    ];
    const sessionId = await holdActivity(branch, { startsIn: SOON });
    expect(await other.person.refused('activity', 'signUp', { sessionId, passbookId })).toBe('FORBIDDEN');
    await branch.manager.do('desk', 'freeze', { passbookId, reason: '核实中' });
    expect(await person.refused('activity', 'signUp', { sessionId, passbookId })).toBe('PASSBOOK_FROZEN');
    expect(await takenPlaces(branch, sessionId)).toBe(0);
  });
});
