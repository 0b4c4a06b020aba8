import { MINUTE } from '../../types/day';
import type { Passbook, Session, SignUp } from '../../types/entities';
import { keepsItsPromises } from '../support/promises';
import { type Holder, outcome, pointsOf, scan, scanned, takenPlaces } from '../support/scenes';
import {
  holdActivity,
  newRequestId,
  openBranch,
  openPassbook,
  showCode,
  TestBank,
  type TestBranch,
} from '../support/testBank';

describe('the place of somebody who walks in', () => {
  let bank: TestBank;
  let branch: TestBranch;
  let holder: Holder;
  let sessionId: string;
  let count = 0;
  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
  });
  beforeEach(async () => {
    bank.pass(MINUTE);
    holder = await openPassbook(branch, `周桂兰${++count}`);
    sessionId = await holdActivity(branch);
  });
  afterEach(() => keepsItsPromises(bank));
  afterAll(() => bank.stop());

  /** The next request of a function that changes a collection meets the fault. */
  function befall(functionName: string, collection: string, kind: 'late' | 'kill', action = 'modify'): void {
    let isDone = false;
    bank.cloud.faults.when((request) => {
      if (isDone || request.functionName !== functionName || request.collection !== collection)
        return undefined;
      if (!request.action.includes(action)) return undefined;
      isDone = true;
      return kind;
    });
  }

  it('stays theirs when the sweeper was about to give it back', async () => {
    const requestId = newRequestId();
    const [{ teller }, code] = [branch, await showCode(holder.person, holder.passbookId)];
    befall('activity', 'attendances', 'kill', 'insert');
    await expect(teller.call('activity', 'checkIn', { sessionId, code }, requestId)).rejects.toThrow();
    bank.cloud.faults.clear();
    bank.pass(3 * MINUTE);
    befall('clock', 'signUps', 'late');
    await bank.wakeClock();
    bank.cloud.faults.clear();
    expect(outcome(await scan(teller, 'checkIn', sessionId, holder))).toBe('ok');
    expect(await bank.cloud.faults.deliverHeld()).toBe(1);
    expect(await takenPlaces(branch, sessionId)).toBe(1);
  });

  describe('whose check-in is recorded only after the place was given up', () => {
    let code: string;
    let requestId: string;
    beforeEach(async () => {
      [code, requestId] = [await showCode(holder.person, holder.passbookId), newRequestId()];
      befall('activity', 'attendances', 'late', 'insert');
      expect(
        outcome(await branch.teller.call('activity', 'checkIn', { sessionId, code }, requestId)),
      ).not.toBe('ok');
      bank.cloud.faults.clear();
      bank.pass(3 * MINUTE);
      await bank.wakeClock();
      expect(await takenPlaces(branch, sessionId)).toBe(0);
      expect(await bank.cloud.faults.deliverHeld()).toBe(1);
    });

    const again = () => branch.teller.call('activity', 'checkIn', { sessionId, code }, requestId);

    it('is refused when the teller asks again, and may be scanned anew', async () => {
      for (let sent = 0; sent < 2; sent++) expect(outcome(await again())).toBe('CODE_STALE');
      expect(await pointsOf(holder)).toMatchObject({ balance: 0 });
      await scanned(branch.teller, 'checkIn', sessionId, holder);
      expect(await pointsOf(holder)).toMatchObject({ balance: 100 });
      expect(await takenPlaces(branch, sessionId)).toBe(1);
    });

    it('is refused in the end, though the instance dies while that is decided', async () => {
      befall('activity', 'attendances', 'kill');
      await expect(again()).rejects.toThrow('killed');
      bank.cloud.faults.clear();
      expect(outcome(await again())).toBe('CODE_STALE');
      expect(await pointsOf(holder)).toMatchObject({ balance: 0 });
    });

    it('comes to nothing when nobody asks again', async () => {
      bank.pass(3 * MINUTE);
      for (let round = 0; round < 2; round++)
        expect(await bank.wakeClock()).toMatchObject({ finished: 1 - round, failed: [] });
      expect(await pointsOf(holder)).toMatchObject({ balance: 0 });
      expect(await takenPlaces(branch, sessionId)).toBe(0);
    });
  });

  it('is theirs again when a clock that ran ahead gave it up while they were being checked in', async () => {
    const signUps = bank.cloud.database.collection<SignUp>('signUps');
    const sessions = bank.cloud.database.collection<Session>('sessions');
    let isGiven = false;
    bank.cloud.faults.when(({ collection, action }) => {
      if (isGiven || collection !== 'attendances' || !action.includes('insert')) return undefined;
      isGiven = true;
      const [place] = signUps.find({ sessionId });
      const [session] = sessions.find({ _id: sessionId });
      signUps.remove({ _id: place!._id });
      const ended = { by: 'clock', at: bank.now, requestId: '' };
      signUps.insert({ ...place!, state: 'withdrawn', settled: true, ended });
      sessions.remove({ _id: sessionId });
      sessions.insert({ ...session!, taken: 0, places: {} });
      return undefined;
    });
    await scanned(branch.teller, 'checkIn', sessionId, holder);
    bank.cloud.faults.clear();
    expect(await takenPlaces(branch, sessionId)).toBe(0);
    bank.pass(3 * MINUTE);
    for (let round = 0; round < 2; round++) expect((await bank.wakeClock()).failed).toEqual([]);
    expect(await takenPlaces(branch, sessionId)).toBe(1);
    expect(await pointsOf(holder)).toMatchObject({ balance: 100 });
  });

  it('is taken anew when the check-in before was taken back half', async () => {
    const { attendanceId } = await scanned(branch.teller, 'checkIn', sessionId, holder);
    befall('activity', 'signUps', 'kill');
    await expect(branch.teller.call('activity', 'undo', { attendanceId })).rejects.toThrow();
    bank.cloud.faults.clear();
    bank.pass(MINUTE);
    await scanned(branch.teller, 'checkIn', sessionId, holder);
    expect(await takenPlaces(branch, sessionId)).toBe(1);
  });

  it('is given back, and the teller told where they are, when they were checked in elsewhere just then', async () => {
    const passbooks = bank.cloud.database.collection<Passbook>('passbooks');
    const at = (visiting: Passbook['visiting']) => {
      const [passbook] = passbooks.find({ _id: holder.passbookId });
      passbooks.remove({ _id: holder.passbookId });
      passbooks.insert({ ...passbook!, visiting });
    };
    const elsewhere = {
      attendanceId: 'another',
      title: '义诊',
      since: bank.now,
      until: bank.now + 60 * MINUTE,
    };
    let isThere = false;
    bank.cloud.faults.when(({ collection, action }) => {
      if (!isThere && collection === 'passbooks' && action.includes('modify')) {
        isThere = true;
        at(elsewhere);
      }
      return undefined;
    });
    const requestId = newRequestId();
    for (let sent = 0; sent < 2; sent++)
      expect(outcome(await scan(branch.teller, 'checkIn', sessionId, holder, requestId))).toBe(
        'STILL_ELSEWHERE',
      );
    bank.cloud.faults.clear();
    at(null);
    expect(await takenPlaces(branch, sessionId)).toBe(0);
  });
});
