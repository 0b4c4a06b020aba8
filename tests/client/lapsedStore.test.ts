import { CallError } from '../../client/cloud/CallError';
import { LapsedStore } from '../../client/features/desk/lapsedStore';
import { CloseStore } from '../../client/features/passbook/pages/close/closeStore';
import type { LapsedRow } from '../../types/routes';
import { ScriptedBank } from '../support/scriptedBank';

const AT = Date.UTC(2026, 10, 20, 2);

const row: LapsedRow = {
  attendanceId: 'a_1',
  passbookId: '0211-000155-3',
  name: '周桂兰',
  kind: 'volunteer',
  title: '义诊',
  category: 'professional',
  startsAt: AT,
  endsAt: AT,
  inAt: AT,
  planned: 179,
  checkedInBy: '张柜员',
  isMine: false,
  until: AT,
};

describe('forgotten hours', () => {
  async function asked(credits: boolean) {
    const bank = new ScriptedBank();
    bank.on('desk', 'lapsed', () => ({ rows: [row] }));
    bank.on('desk', 'settleHours', ({ attendanceId, minutes }) => ({
      attendanceId,
      minutes,
      points: minutes > 0 ? 500 : 0,
      at: AT,
    }));
    const store = new LapsedStore(bank.call);
    await store.load('0211');
    store.ask(row, credits);
    return { bank, store };
  }

  it('are adjusted by half hours, down from the plan and never above it', async () => {
    const { store } = await asked(true);
    const seen = [];
    for (const by of [0, -30, -30, +30, +30, +30]) {
      const before = store.confirming!.minutes;
      if (by !== 0) store.adjust(before + by);
      seen.push(store.confirming!.minutes);
    }
    expect(seen).toEqual([179, 150, 120, 150, 179, 179]);
    store.adjust(-5);
    expect(store.confirming!.minutes).toBe(0);
  });

  it('are confirmed as they stand, and leave the list', async () => {
    const { bank, store } = await asked(true);
    store.adjust(150);
    await store.settle();
    expect(bank.sent.at(-1)?.input).toEqual({ attendanceId: 'a_1', minutes: 150 });
    expect(store).toMatchObject({ rows: [], confirming: null, settled: { name: '周桂兰', points: 500 } });
  });

  it('may be settled as nothing', async () => {
    const { bank, store } = await asked(false);
    await store.settle();
    expect(bank.sent.at(-1)?.input).toEqual({ attendanceId: 'a_1', minutes: 0 });
    expect(store.settled).toMatchObject({ points: 0 });
  });

  it('stay on the list when the bank refuses', async () => {
    const { bank, store } = await asked(true);
    bank.on('desk', 'settleHours', () => {
      throw new CallError('THREE_PEOPLE_NEEDED', {});
    });
    await store.settle();
    expect(store.rows).toHaveLength(1);
    expect(store.sending.error).toMatchObject({ code: 'THREE_PEOPLE_NEEDED' });
  });
});

describe('closing a passbook, on the screen', () => {
  const cover = { id: '0211-000155-3', balance: 700 };
  function closing() {
    const bank = new ScriptedBank();
    bank.on('passbook', 'close', ({ passbookId, donate }) => ({
      passbookId,
      donated: donate ? 700 : 0,
      at: AT,
    }));
    return { bank, store: new CloseStore(bank.call) };
  }

  it('goes on only once it is said what becomes of the points, and that it is for good', async () => {
    const { bank, store } = closing();
    expect([store.mayGoOn(700), store.mayGoOn(0)]).toEqual([false, true]);
    store.choose(false);
    expect(store.mayGoOn(700)).toBe(false);
    store.choose(true);
    expect(store.mayGoOn(700)).toBe(true);
    store.ask();
    await store.close(cover);
    expect(bank.sent).toEqual([]);
    store.understand(true);
    await store.close(cover);
    expect(bank.sent).toMatchObject([{ input: { passbookId: cover.id, donate: true } }]);
    expect(store).toMatchObject({ isAsking: false, closed: { donated: 700 } });
  });

  it('asks anew each time whether it is understood', () => {
    const { store } = closing();
    store.ask();
    store.understand(true);
    store.leave();
    store.ask();
    expect(store.isUnderstood).toBe(false);
  });

  it('gives away nothing of an empty passbook, and keeps the sheet with why it is not closed yet', async () => {
    const { bank, store } = closing();
    bank.on('passbook', 'close', () => {
      throw new CallError('PASSBOOK_BUSY', { what: 'undo', until: AT });
    });
    store.ask();
    store.understand(true);
    await store.close({ ...cover, balance: 0 });
    expect(bank.sent).toMatchObject([{ input: { donate: false } }]);
    expect(store.isAsking).toBe(true);
    expect(store.closing.error).toMatchObject({ code: 'PASSBOOK_BUSY' });
  });
});
