import { CallError } from '../../client/cloud/CallError';
import { ScanStore } from '../../client/features/desk/scanStore';
import { HOUR, MINUTE } from '../../types/day';
import type { ScanResult, SessionCard } from '../../types/routes';
import { later, ScriptedBank, SetClock } from '../support/scriptedBank';

const NOW = Date.UTC(2026, 10, 20, 2);
const ZHOU = 'GY1.0211-000155-3.59837960.0000000000000000';
const WU = 'GY1.0211-000156-1.59837960.0000000000000000';

const session: SessionCard = {
  id: 'session-1',
  activityId: 'activity',
  branchId: '0211',
  title: '洁净家园',
  description: '',
  category: 'basic',
  basis: 'visit',
  askFirst: false,
  place: '小区南门',
  startsAt: NOW,
  endsAt: NOW + 2 * HOUR,
  capacity: 30,
  taken: 0,
  state: 'open',
  points: 100,
  signedUp: [],
  came: [],
};

const credited: ScanResult = {
  attendanceId: 'attendance',
  passbookId: '0211-000155-3',
  name: '周桂兰',
  kind: 'volunteer',
  title: '洁净家园',
  category: 'basic',
  outcome: 'credited',
  points: 100,
  minutes: null,
  version: 4,
  at: NOW,
  undoUntil: NOW + 15 * MINUTE,
};

/** A teller at the door of a session. */
async function atTheDoor(changes: Partial<SessionCard> = {}) {
  const bank = new ScriptedBank();
  const clock = new SetClock(NOW);
  bank.on('activity', 'attendances', () => ({ session: { ...session, ...changes }, rows: [] }));
  bank.on('activity', 'checkIn', () => credited);
  const store = new ScanStore(bank.call, clock);
  await store.open(session.id);
  return { bank, clock, store };
}

const refuses = (code: 'NETWORK' | 'CODE_STALE') => () => {
  throw new CallError(code, {});
};

it('shows whom the bank credited, and with what', async () => {
  const { store } = await atTheDoor();
  await store.take(ZHOU);
  expect(store.shown?.face).toMatchObject({ tone: 'credited', who: '周桂兰', figure: '+1 分' });
  expect(store.roster.counts.credited).toBe(1);
});

it('takes a code that the scanner reads again and again for one scan', async () => {
  const { bank, clock, store } = await atTheDoor();
  for (let reading = 0; reading < 10; reading++) {
    await store.take(ZHOU);
    clock.at += 1400;
  }
  expect(bank.count('activity.checkIn')).toBe(1);
  clock.at += 1500;
  await store.take(ZHOU);
  expect(bank.count('activity.checkIn')).toBe(2);
});

it('takes one person at a time, and says so', async () => {
  const { bank, store } = await atTheDoor();
  const answer = later<ScanResult>();
  bank.on('activity', 'checkIn', () => answer.promise);
  const first = store.take(ZHOU);
  await store.take(WU);
  expect(store.notice).toContain('上一位');
  expect(bank.count('activity.checkIn')).toBe(1);
  answer.come(credited);
  await first;
  expect(store.shown?.face.who).toBe('周桂兰');
});

it('is amber without an answer, and sends the same request when it is pressed or scanned again', async () => {
  const { bank, clock, store } = await atTheDoor();
  bank.on('activity', 'checkIn', refuses('NETWORK'));
  await store.take(ZHOU);
  expect(store.shown).toMatchObject({ isUnsure: true, face: { tone: 'noted' } });
  await store.retry(store.shown!);
  clock.at += 5000;
  bank.on('activity', 'checkIn', () => credited);
  await store.take(ZHOU);
  expect(new Set(bank.sent.slice(1).map(({ purpose }) => purpose)).size).toBe(1);
  expect(store.recent).toMatchObject([{ isUnsure: false, face: { tone: 'credited' } }]);
});

it('is red with the reason when the bank refuses, and the next scan starts at once', async () => {
  const { bank, store } = await atTheDoor();
  bank.on('activity', 'checkIn', refuses('CODE_STALE'));
  await store.take(ZHOU);
  expect(store.shown?.face).toMatchObject({
    tone: 'refused',
    title: expect.stringContaining('过期') as string,
  });
  bank.on('activity', 'checkIn', () => credited);
  await store.take(WU);
  expect(store.shown?.face.tone).toBe('credited');
});

it('asks who it is before anything is recorded, where the activity wants it', async () => {
  const { bank, store } = await atTheDoor({ askFirst: true });
  const { passbookId, name, kind } = credited;
  bank.on('activity', 'identify', () => ({
    passbookId,
    name,
    kind,
    signedUp: true,
    next: 'checkIn' as const,
    since: null,
  }));
  await store.take(ZHOU);
  expect(store.asking?.name).toBe('周桂兰');
  expect(bank.count('activity.checkIn')).toBe(0);
  await store.confirm();
  expect(bank.count('activity.checkIn')).toBe(1);
});

it('asks before it checks somebody out who only just came', async () => {
  const { bank, store } = await atTheDoor({ basis: 'hour' });
  const { passbookId, name, kind } = credited;
  let since = NOW - 2 * MINUTE;
  bank.on('activity', 'identify', () => ({
    passbookId,
    name,
    kind,
    signedUp: true,
    next: 'checkOut' as const,
    since,
  }));
  bank.on('activity', 'checkOut', () => ({ ...credited, minutes: 120 }));
  await store.take(ZHOU);
  expect(store.asking).not.toBeNull();
  expect(bank.count('activity.checkOut')).toBe(0);
  store.dismiss();
  since = NOW - 2 * HOUR;
  await store.take(WU);
  expect(bank.count('activity.checkOut')).toBe(1);
});

it('takes a scan back for a quarter of an hour, once', async () => {
  const { bank, clock, store } = await atTheDoor();
  bank.on('activity', 'undo', () => ({ attendanceId: 'attendance', points: 100, at: NOW }));
  await store.take(ZHOU);
  const scan = store.shown!;
  expect(store.canUndo(scan)).toBe(true);
  clock.at += 16 * MINUTE;
  store.roster.tick();
  expect(store.canUndo(scan)).toBe(false);
  clock.at = NOW + 14 * MINUTE;
  store.roster.tick();
  await store.undo(scan);
  expect(store.shown?.face.title).toBe('已撤销');
  expect(store.canUndo(store.shown!)).toBe(false);
});
