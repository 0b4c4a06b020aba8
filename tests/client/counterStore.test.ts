import { CallError } from '../../client/cloud/CallError';
import { CounterStore } from '../../client/features/merchant/counterStore';
import { MINUTE } from '../../types/day';
import type { HandOver } from '../../types/routes';
import { ScriptedBank, SetClock } from '../support/scriptedBank';

const NOW = Date.UTC(2026, 10, 20, 2);
const VOUCHER = 'GY2-0000-0000-0000-0000';
const ANOTHER = 'GY2-1111-1111-1111-1111';

const what: HandOver = {
  orderId: 'order',
  rewardName: '口罩',
  lot: '4 包',
  lots: 1,
  points: 500,
  name: '周**',
  passbookId: '0211-000155-3',
  placedAt: NOW,
  confirmedAt: null,
  undoUntil: null,
};

/** A merchant's counter, a customer before it. */
function counter() {
  const bank = new ScriptedBank();
  const clock = new SetClock(NOW);
  bank.on('redemption', 'identify', () => what);
  bank.on('redemption', 'confirm', () => ({ ...what, confirmedAt: NOW }));
  return { bank, clock, store: new CounterStore(bank.call, clock) };
}

const noAnswer = () => {
  throw new CallError('NETWORK', {});
};

it('says what to hand over before anything is settled', async () => {
  const { bank, store } = counter();
  await store.take(VOUCHER);
  expect(store.presented?.what).toMatchObject({ rewardName: '口罩', name: '周**' });
  expect(bank.count('redemption.confirm')).toBe(0);
  await store.confirm();
  expect(store.answer?.face).toMatchObject({ tone: 'credited', title: '核销完成' });
  expect(store.recent).toHaveLength(1);
});

it('serves one customer after the other', async () => {
  const { bank, store } = counter();
  await store.take(VOUCHER);
  await store.take(ANOTHER);
  expect(store.presented?.voucher).toBe(VOUCHER);
  expect(store.notice).toContain('还没办完');
  expect(bank.count('redemption.identify')).toBe(1);
});

it('never says that it is settled before the bank said so', async () => {
  const { bank, store } = counter();
  bank.on('redemption', 'confirm', noAnswer);
  await store.take(VOUCHER);
  await store.confirm();
  expect(store.answer).toMatchObject({ isUnsure: true, face: { tone: 'noted' } });
  expect(store.recent).toEqual([]);
});

it('finishes under the same request what had no answer, pressed or scanned again', async () => {
  const { bank, clock, store } = counter();
  bank.on('redemption', 'confirm', noAnswer);
  await store.take(VOUCHER);
  await store.confirm();
  await store.retry();
  bank.on('redemption', 'confirm', () => ({ ...what, confirmedAt: NOW }));
  clock.at += 5000;
  await store.take(VOUCHER);
  const confirms = bank.sent.filter(({ asked }) => asked === 'redemption.confirm');
  expect(confirms).toHaveLength(3);
  expect(new Set(confirms.map(({ purpose }) => purpose)).size).toBe(1);
  expect(store.answer?.face.tone).toBe('credited');
});

describe('taking back what was handed over', () => {
  const confirmed = { ...what, confirmedAt: NOW, undoUntil: NOW + 15 * MINUTE };
  async function handedOver() {
    const { bank, clock, store } = counter();
    bank.on('redemption', 'confirm', () => confirmed);
    bank.on('redemption', 'undo', ({ orderId }) => ({ orderId, points: 500, at: NOW }));
    await store.take(VOUCHER);
    await store.confirm();
    return { bank, clock, store };
  }

  it('is offered for a quarter of an hour, on the answer and in the list', async () => {
    const { clock, store } = await handedOver();
    expect(store.shownUndoable).toMatchObject({ what: { orderId: 'order' } });
    clock.at += 15 * MINUTE + 1;
    store.tick();
    expect(store.shownUndoable).toBeNull();
    expect(store.canUndo(store.recent[0]!)).toBe(false);
  });

  it('is done once it is confirmed, and leaves the list saying so', async () => {
    const { bank, store } = await handedOver();
    store.askUndo(store.recent[0]!);
    await store.take(ANOTHER);
    expect(store.notice).toContain('撤销');
    expect(bank.count('redemption.undo')).toBe(0);
    await store.confirmUndo();
    expect(bank.sent.at(-1)).toMatchObject({ asked: 'redemption.undo', input: { orderId: 'order' } });
    expect(store).toMatchObject({ undoing: null, answer: null, recent: [{ isUndone: true }] });
    expect(store.canUndo(store.recent[0]!)).toBe(false);
  });

  it('says why it was refused, and changes nothing', async () => {
    const { bank, store } = await handedOver();
    bank.on('redemption', 'undo', () => {
      throw new CallError('UNDO_TOO_LATE', { until: NOW });
    });
    store.askUndo(store.recent[0]!);
    await store.confirmUndo();
    expect(store.undo.error).toMatchObject({ code: 'UNDO_TOO_LATE' });
    expect(store).toMatchObject({ recent: [{ isUndone: false }] });
    expect(store.undoing).not.toBeNull();
  });
});
