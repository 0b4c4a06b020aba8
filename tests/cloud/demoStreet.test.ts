import { collections } from '../../config/database';
import { type LocalCloud, startLocalCloud } from '../../localcloud';
import { ZHOU } from '../../localcloud/demo/cast';
import { lobbyPeople } from '../../localcloud/demo/lobbyPeople';
import { keepStreetGoing } from '../../localcloud/demo/onNow';
import { DemoBank } from '../../localcloud/demo/demoBank';
import { seedDemoStreet } from '../../localcloud/demo/seedDemoStreet';
import { BRANCHES } from '../../localcloud/demo/street';
import { DAY, HOUR } from '../../types/day';
import type { Attendance, Line, Page, Passbook, PassbookKind } from '../../types/entities';
import type { Answer, Output } from '../../types/routes';
import { keepsItsPromises } from '../support/promises';
import { FUNCTIONS_DIR, SET_UP_CODE } from '../support/testBank';

/** A Friday evening in Shanghai. */
const NOW = Date.UTC(2026, 10, 20, 11, 30, 0);
const SMALLEST = BRANCHES.filter(({ id }) => id === '0214');

/** Four branches and five months take their time, more so where others work at the same time. */
jest.setTimeout(240_000);

async function emptyBank(): Promise<LocalCloud> {
  return startLocalCloud({
    functionsDir: FUNCTIONS_DIR,
    collections,
    environment: {
      BANK_MASTER_SECRET: 'a secret of the demo street, long enough',
      BANK_SET_UP_CODE: SET_UP_CODE,
    },
  });
}

describe('the demo street', () => {
  let cloud: LocalCloud;
  beforeAll(async () => {
    cloud = await emptyBank();
    await seedDemoStreet(cloud, { now: NOW, setUpCode: SET_UP_CODE });
  });
  afterAll(() => cloud.stop());

  const all = <T extends object>(name: string, query = {}) => cloud.database.collection<T>(name).find(query);
  const ask = async <T>(openid: string, functionName: string, action: string, input = {}) => {
    const event = { action, input };
    const { result } = await cloud.invoke<Answer<T>>(functionName, event, { openid, now: NOW });
    if (!result.ok) throw new Error(result.error.code);
    return result.data;
  };

  it('keeps the promises of the bank', () => keepsItsPromises({ cloud }));

  it('has the numbers with which the real bank began', () => {
    const books = all<Passbook>('passbooks');
    const count = (kind: PassbookKind) => books.filter((book) => book.kind === kind).length;
    expect([count('volunteer'), count('enterprise'), count('organisation')]).toEqual([155, 22, 4]);
  });

  it('gives every passbook its lines in the order in which they happened', () => {
    const pages = all<Page>('pages');
    for (const { _id, page } of all<Passbook>('passbooks')) {
      const turned = pages.filter(({ passbookId }) => passbookId === _id).sort((a, b) => a.no - b.no);
      const lines: Line[] = [...turned.flatMap((one) => one.lines), ...page.lines];
      const times = lines.map(({ occurredAt }) => occurredAt);
      expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
    }
  });

  it('tells of Zhou what the look shows', async () => {
    const home = await ask<Output<'passbook', 'home'>>(ZHOU.openid, 'passbook', 'home');
    expect(home.current?.cover).toMatchObject({ balance: 2400, held: 500, available: 1900 });
    expect(home.current).toMatchObject({ olderPages: 2, openOrders: [expect.any(String)] });
    expect(home.current?.page).toMatchObject({ no: 3, opening: 2000 });
    expect(home.current?.page.lines.map(({ title, points }) => [title, points])).toEqual([
      ['洁净家园', 100],
      ['口罩 4 包', -500],
      ['家电义务维修', 800],
    ]);
    expect(home.upcoming.map(({ title }) => title)).toEqual(['洁净家园', '洁净家园']);
  });

  it.each(BRANCHES.map(({ id }) => id))(
    'has something going on at branch %s right now, and later',
    async (id) => {
      const { sessions } = await ask<Output<'activity', 'list'>>(ZHOU.openid, 'activity', 'list', {
        branchId: id,
      });
      const on = sessions.filter(({ startsAt, endsAt }) => startsAt <= NOW && endsAt >= NOW + HOUR);
      expect(new Set(on.map(({ basis }) => basis))).toEqual(new Set(['visit', 'hour']));
      expect(sessions.filter(({ startsAt }) => startsAt > NOW).length).toBeGreaterThan(2);
    },
  );

  it('has everything in it that a bank sees', () => {
    const states = (name: string, field: string) =>
      new Set(all<Record<string, unknown>>(name).map((record) => record[field]));
    expect(states('orders', 'state')).toEqual(new Set(['confirmed', 'cancelled', 'expired', 'reserved']));
    expect(states('awards', 'state')).toEqual(new Set(['approved', 'declined', 'proposed']));
    expect(states('passbooks', 'status')).toEqual(new Set(['active', 'frozen']));
    expect([...states('attendances', 'state')]).toEqual(expect.arrayContaining(['done', 'in', 'undone']));
    const pages = all<Passbook>('passbooks').map(({ page }) => page.no);
    expect(pages.filter((no) => no >= 3).length).toBeGreaterThan(5);
  });

  it('can be entered as its people, newcomers among them', () => {
    const people = lobbyPeople(cloud.database);
    expect(people.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['志愿者', '柜员', '主任', '便民超市', '街道办', '新居民']),
    );
    expect(people[0]).toMatchObject({ name: '周桂兰', landing: '/app/' });
    expect(people[0]?.detail).toContain('24 分');
  });

  it('is the same each time: a branch that lives alone lives as it does among the others', async () => {
    const other = await emptyBank();
    await seedDemoStreet(other, { now: NOW, setUpCode: SET_UP_CODE, plans: SMALLEST });
    for (const name of ['passbooks', 'sessions', 'attendances', 'orders', 'awards', 'rewards', 'rateCards']) {
      const of = (one: LocalCloud) =>
        one.database.collection(name).find({ branchId: '0214' }, { sort: { _id: 1 } });
      expect(of(other).length).toBeGreaterThan(0);
      expect(of(other)).toEqual(of(cloud));
    }
    await other.stop();
  });

  it('has something going on whenever it is opened again', async () => {
    const later = NOW + 30 * DAY + 5 * HOUR;
    await keepStreetGoing(new DemoBank(cloud), later);
    await keepStreetGoing(new DemoBank(cloud), later + HOUR);
    const { result } = await cloud.invoke<Answer<Output<'activity', 'list'>>>(
      'activity',
      { action: 'list', input: { branchId: '0211' } },
      { openid: ZHOU.openid, now: later },
    );
    const sessions = result.ok ? result.data.sessions : [];
    const on = sessions.filter(({ startsAt, endsAt }) => startsAt <= later && endsAt >= later);
    expect(on.map(({ basis }) => basis).sort()).toEqual(['hour', 'visit']);
    expect(sessions.some(({ startsAt }) => startsAt > later)).toBe(true);
    expect(all<Attendance>('attendances').length).toBeGreaterThan(0);
  });
});
