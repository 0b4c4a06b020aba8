import { HOUR } from '../../types/day';
import type { UpcomingSession } from '../../types/routes';
import { CHARTER, type CouncilBranch, openCouncil } from '../support/council';
import { keepsItsPromises } from '../support/promises';
import { holdHours, scan } from '../support/scenes';
import { hire, holdActivity, openPassbook, showCode, TestBank, type TestPerson } from '../support/testBank';

describe('the home screen knows', () => {
  let bank: TestBank;
  let council: CouncilBranch;
  beforeEach(async () => {
    bank = await TestBank.open();
    council = await openCouncil(bank);
  });
  afterEach(async () => {
    await keepsItsPromises(bank);
    await bank.stop();
  });

  const visits = async (person: TestPerson): Promise<UpcomingSession['visit'][]> =>
    (await person.do('passbook', 'home', {})).upcoming.map(({ visit }) => visit);

  it('whether the passbook is awaited, there, gone again, or was scanned by mistake', async () => {
    const holder = await openPassbook(council, '周桂兰');
    const { person, passbookId } = holder;
    const hours = await holdHours(council);
    await person.do('activity', 'signUp', { sessionId: hours, passbookId });
    expect(await visits(person)).toEqual(['expected']);
    await scan(council.teller, 'checkIn', hours, holder);
    expect(await visits(person)).toEqual(['checkedIn']);
    bank.pass(HOUR);
    await scan(council.teller, 'checkOut', hours, holder);
    expect(await visits(person)).toEqual(['checkedOut']);

    const visit = await holdActivity(council, { startsIn: 10_000, hours: 12 });
    await person.do('activity', 'signUp', { sessionId: visit, passbookId });
    bank.pass(60_000);
    const code = await showCode(person, passbookId);
    const { attendanceId } = await council.teller.do('activity', 'checkIn', { sessionId: visit, code });
    expect(await visits(person)).toEqual(['checkedOut', 'checkedIn']);
    await council.teller.do('activity', 'undo', { attendanceId });
    expect(await visits(person)).toEqual(['checkedOut', 'expected']);
  });

  it('a councillor as long as the seat is theirs, as does the list of members', async () => {
    const leaver = council.seats['resident-2']!;
    const { branchId, manager, street } = council;
    const isCouncillor = async (person: TestPerson) =>
      (await person.do('passbook', 'home', {})).person?.roles.some(({ role }) => role === 'councillor');
    const listed = async () =>
      (await manager.do('desk', 'members', { branchId })).members.filter(({ role }) => role === 'councillor');
    expect(await isCouncillor(leaver)).toBe(true);
    expect(await listed()).toHaveLength(7);

    await leaver.do('desk', 'vacate', { branchId, seatId: 'resident-2' });
    expect(await isCouncillor(leaver)).toBe(false);
    expect(await listed()).toHaveLength(6);

    await openPassbookOf(leaver);
    expect(await isCouncillor(leaver)).toBe(false);
    await hire(street, leaver, {
      role: 'councillor',
      branchId,
      seatId: 'resident-2',
      name: '委员resident-2',
    });
    expect(await isCouncillor(leaver)).toBe(true);
    expect(await listed()).toHaveLength(7);

    await street.do('desk', 'charter', { branchId, ...CHARTER, seats: { ...CHARTER.seats, resident: 2 } });
    expect(await listed()).toHaveLength(6);
    bank.now = Date.UTC(2028, 10, 20, 2);
    expect(await isCouncillor(leaver)).toBe(false);
    expect(await listed()).toHaveLength(0);
  });

  it('all of that at the same price for a councillor', async () => {
    const person = council.seats['resident-1']!;
    await openPassbookOf(person);
    await person.do('passbook', 'home', {});
    expect((await person.call('passbook', 'home', {})).databaseRequests).toBeLessThanOrEqual(3);
    await bank.cloud.recycle();
    expect((await person.call('passbook', 'home', {})).databaseRequests).toBeLessThanOrEqual(4);
  });

  /** A passbook of a councillor's own. */
  const openPassbookOf = (person: TestPerson) =>
    person.do('passbook', 'open', {
      branchId: council.branchId,
      name: '委员',
      phone: '13700000001',
      consent: '2026-11',
    });
});
