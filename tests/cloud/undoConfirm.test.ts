import { HOUR, MINUTE } from '../../types/day';
import type { Reward } from '../../types/entities';
import { keepsItsPromises } from '../support/promises';
import { type Holder, outcome, persist, pointsOf, richHolder, warmUp } from '../support/scenes';
import { newRequestId, openBranch, openPassbook, TestBank, type TestBranch } from '../support/testBank';

describe('taking a confirmation back', () => {
  let bank: TestBank;
  let branch: TestBranch;
  let holder: Holder;
  let count = 0;
  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
    await warmUp(branch, 'redemption');
  });
  beforeEach(async () => {
    bank.pass(HOUR);
    holder = await richHolder(branch, `周桂兰${++count}`);
  });
  afterEach(() => keepsItsPromises(bank));
  afterAll(() => bank.stop());

  const handOver = async (rewardId = branch.masks, by = branch.merchant) => {
    const { person, passbookId } = holder;
    const order = await person.do('redemption', 'reserve', { passbookId, rewardId, lots: 2 });
    const confirmed = await by.do('redemption', 'confirm', { voucher: order.voucher! });
    return { ...order, voucher: order.voucher!, undoUntil: confirmed.undoUntil };
  };
  const undo = (orderId: string, requestId?: string, by = branch.merchant) =>
    by.call('redemption', 'undo', { orderId }, requestId);
  const stock = () => bank.cloud.database.collection<Reward>('rewards').findOne({ _id: branch.masks })!.stock;

  it('returns points and stock, once; the holder sees it; the voucher stays dead', async () => {
    const before = stock();
    const { id, voucher, undoUntil } = await handOver();
    expect(undoUntil).toBe(bank.now + 15 * MINUTE);
    expect(stock()).toMatchObject({ onHand: before.onHand - 2, handedOver: before.handedOver + 2 });
    bank.pass(MINUTE);
    const requestId = newRequestId();
    const first = await undo(id, requestId);
    expect(first).toMatchObject({ ok: true, data: { orderId: id, points: 1_000, at: bank.now } });
    const undoneAt = bank.now;
    bank.pass(HOUR);
    expect(await undo(id, requestId)).toMatchObject({ ok: true, data: { at: undoneAt } });
    expect(await undo(id)).toMatchObject({ code: 'ALREADY_UNDONE', details: { at: undoneAt } });
    expect(stock()).toEqual(before);
    expect(await pointsOf(holder)).toEqual({ balance: 2_000, held: 0, available: 2_000 });

    const { person, passbookId } = holder;
    const { current } = await person.do('passbook', 'home', {});
    expect(current?.page.lines.slice(-2)).toMatchObject([
      { id, points: -1_000 },
      { kind: 'reverse', points: 1_000, reverses: id },
    ]);
    const { orders } = await person.do('redemption', 'orders', { passbookId });
    expect(orders[0]).toMatchObject({ id, state: 'undone', undoneAt, voucher: null });
    for (const action of ['identify', 'confirm'] as const)
      expect(await branch.merchant.call('redemption', action, { voucher })).toMatchObject({
        code: 'VOUCHER_CANCELLED',
        details: { at: undoneAt },
      });
    expect(await person.refused('redemption', 'cancel', { orderId: id })).toBe('ORDER_ENDED');
  });

  it('is possible for a quarter of an hour, to who confirmed', async () => {
    const { id, undoUntil } = await handOver();
    for (const by of [branch.teller, branch.manager, holder.person])
      expect(outcome(await undo(id, undefined, by))).toBe('FORBIDDEN');
    expect(outcome(await undo('o_MADEUP'))).toBe('FORBIDDEN');
    bank.now = undoUntil!;
    bank.pass(1);
    expect(await undo(id)).toMatchObject({ code: 'UNDO_TOO_LATE', details: { until: undoUntil } });
    expect(await pointsOf(holder)).toMatchObject({ balance: 1_000 });
  });

  it('at the branch’s counter is for the teller who confirmed, not for another one', async () => {
    holder = await richHolder(branch, `吴秀英${count}`, 'city');
    const { id } = await handOver(branch.rice, branch.teller);
    expect(outcome(await undo(id, undefined, branch.otherTeller))).toBe('FORBIDDEN');
    expect(outcome(await undo(id, undefined, branch.teller))).toBe('ok');
  });

  it('is refused for an order that was not handed over', async () => {
    const { person, passbookId } = holder;
    const order = await person.do('redemption', 'reserve', { passbookId, rewardId: branch.masks, lots: 1 });
    expect(await undo(order.id)).toMatchObject({ code: 'ORDER_ENDED', details: { state: 'reserved' } });
    await person.do('redemption', 'cancel', { orderId: order.id });
    expect(await undo(order.id)).toMatchObject({ code: 'ORDER_ENDED', details: { state: 'cancelled' } });
  });

  it('against another undoing at the same moment ends in one', async () => {
    const { id } = await handOver();
    const requestId = newRequestId();
    const told = await Promise.all([
      ...[1, 2, 3].map(() => persist(() => undo(id, requestId))),
      ...[1, 2, 3].map(() => persist(() => undo(id))),
    ]);
    expect(told.filter((one) => outcome(one) === 'ok').length).toBeGreaterThan(0);
    for (const one of told) expect(outcome(one)).toMatch(/^(ok|ALREADY_UNDONE)$/);
    expect(new Set(told.slice(0, 3).map(outcome)).size).toBe(1);
    expect(await pointsOf(holder)).toEqual({ balance: 2_000, held: 0, available: 2_000 });
  });

  it('against a correction of the same line ends in one', async () => {
    for (let round = 0; round < 3; round++) {
      const { id } = await handOver();
      const line = { passbookId: holder.passbookId, lineId: id, reason: '发错了' };
      const { id: correctionId } = await branch.teller.do('desk', 'correct', line);
      await Promise.all([
        persist(() => undo(id)),
        persist(() => branch.manager.call('desk', 'decideCorrection', { correctionId, approved: true })),
      ]);
      expect(await pointsOf(holder)).toMatchObject({ balance: 2_000 });
    }
  });

  it('of the merchant’s own passbook is somebody else’s task', async () => {
    const own = await openPassbook(branch, `merchant-${branch.branchId}`);
    const { id } = await handOver();
    // As if the passbook had become theirs after they confirmed.
    const people = bank.cloud.database.collection('people');
    people.update({ openid: branch.merchant.openid }, { $push: { passbooks: { id: holder.passbookId } } });
    await bank.cloud.recycle();
    expect(outcome(await undo(id))).toBe('SELF_DEALING');
    people.update({ openid: branch.merchant.openid }, { $pull: { passbooks: { id: holder.passbookId } } });
    await bank.cloud.recycle();
    expect(own.passbookId).not.toBe(holder.passbookId);
  });

  it('is refused where the passbook closed meanwhile; the order stays handed over', async () => {
    const { id } = await handOver();
    const passbooks = bank.cloud.database.collection('passbooks');
    passbooks.update({ _id: holder.passbookId }, { $set: { status: 'closed' } });
    const requestId = newRequestId();
    for (let sent = 0; sent < 2; sent++) expect(outcome(await undo(id, requestId))).toBe('PASSBOOK_CLOSED');
    passbooks.update({ _id: holder.passbookId }, { $set: { status: 'active' } });
    expect(await holder.person.do('redemption', 'order', { orderId: id })).toMatchObject({
      state: 'confirmed',
    });
  });
});
