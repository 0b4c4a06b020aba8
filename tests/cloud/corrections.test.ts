import { HOUR, MINUTE } from '../../types/day';
import type { Reward } from '../../types/entities';
import { keepsItsPromises } from '../support/promises';
import {
  type Holder,
  holdHours,
  outcome,
  persist,
  pointsOf,
  richHolder,
  scanned,
  takenPlaces,
  warmUp,
} from '../support/scenes';
import {
  giveAward,
  hire,
  holdActivity,
  newRequestId,
  openBranch,
  openPassbook,
  TestBank,
  type TestBranch,
} from '../support/testBank';

describe('correcting a line', () => {
  let bank: TestBank;
  let branch: TestBranch;
  let holder: Holder;
  let count = 0;
  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
    await warmUp(branch, 'desk');
  });
  beforeEach(async () => {
    bank.pass(HOUR);
    holder = await openPassbook(branch, `周桂兰${++count}`);
  });
  afterEach(() => keepsItsPromises(bank));
  afterAll(() => bank.stop());

  const reason = '记错了人';
  const propose = (lineId: string, by = branch.teller, requestId?: string) =>
    by.call('desk', 'correct', { passbookId: holder.passbookId, lineId, reason }, requestId);
  const proposed = async (lineId: string, by = branch.teller): Promise<string> => {
    const told = await propose(lineId, by);
    if (!told.ok) throw new Error(told.code);
    return told.data.id;
  };
  const decide = (correctionId: string, approved = true, by = branch.manager, requestId?: string) =>
    by.call('desk', 'decideCorrection', { correctionId, approved }, requestId);
  const lines = async () => (await holder.person.do('passbook', 'home', {})).current!.page.lines;
  const rows = async () =>
    (await branch.teller.do('desk', 'corrections', { branchId: branch.branchId })).corrections;
  const checkedIn = async (more: Parameters<typeof holdActivity>[1] = {}) => {
    const sessionId = await holdActivity(branch, more);
    const { attendanceId } = await scanned(branch.teller, 'checkIn', sessionId, holder);
    bank.pass(MINUTE);
    return { sessionId, lineId: attendanceId };
  };
  /** Reserves masks and collects them. */
  const collect = async (lots = 1) => {
    const { person, passbookId } = holder;
    const order = await person.do('redemption', 'reserve', { passbookId, rewardId: branch.masks, lots });
    await branch.merchant.do('redemption', 'confirm', { voucher: order.voucher! });
    return order;
  };
  const stockOf = (rewardId: string) =>
    bank.cloud.database.collection<Reward>('rewards').findOne({ _id: rewardId })!.stock;

  it('answers an attendance’s line by a reversing one that says why; the seat is free, both lines stay', async () => {
    const { sessionId, lineId } = await checkedIn();
    bank.pass(HOUR);
    const id = await proposed(lineId);
    expect(await pointsOf(holder)).toMatchObject({ balance: 100 });
    expect(await rows()).toMatchObject([
      { id, state: 'proposed', lineId, title: '洁净家园', points: 100, proposedBy: '李柜员', reason },
      ...(await rows()).slice(1),
    ]);
    expect(await decide(id)).toMatchObject({ ok: true, data: { state: 'approved', decidedAt: bank.now } });
    expect(await lines()).toMatchObject([
      { id: lineId, kind: 'earn', points: 100 },
      { kind: 'reverse', points: -100, balance: 0, reverses: lineId, reason, occurredAt: bank.now },
    ]);
    expect(await takenPlaces(branch, sessionId)).toBe(0);
  });

  it('of hours takes them from the day’s cap as well', async () => {
    const sessionId = await holdHours(branch, 5);
    await scanned(branch.teller, 'checkIn', sessionId, holder);
    bank.pass(4 * HOUR);
    const { attendanceId } = await scanned(branch.teller, 'checkOut', sessionId, holder);
    expect(outcome(await decide(await proposed(attendanceId)))).toBe('ok');
    bank.pass(MINUTE);
    const again = await holdHours(branch, 1);
    await scanned(branch.teller, 'checkIn', again, holder);
    bank.pass(HOUR);
    expect(await scanned(branch.teller, 'checkOut', again, holder)).toMatchObject({ points: 200 });
  });

  it('takes an award back, and fetches its points from open orders', async () => {
    await giveAward(branch, holder.passbookId);
    const { person, passbookId } = holder;
    const [line] = await lines();
    const order = { passbookId, rewardId: branch.masks, lots: 2 };
    const { id: orderId } = await person.do('redemption', 'reserve', order);
    expect(outcome(await decide(await proposed(line!.id)))).toBe('ok');
    expect(await pointsOf(holder)).toEqual({ balance: 0, held: 0, available: 0 });
    expect(await person.do('redemption', 'order', { orderId })).toMatchObject({ state: 'cancelled' });
    const { awards } = await branch.teller.do('desk', 'awards', { branchId: branch.branchId });
    expect(awards[0]).toMatchObject({ passbookId, state: 'undone' });
  });

  it('of what a reward cost brings the points back, and the lots to what is on hand', async () => {
    holder = await richHolder(branch, `吴秀英${count}`);
    const before = stockOf(branch.masks);
    const { id } = await collect(2);
    bank.pass(HOUR);
    expect(outcome(await decide(await proposed(id)))).toBe('ok');
    expect(await pointsOf(holder)).toEqual({ balance: 2_000, held: 0, available: 2_000 });
    expect(stockOf(branch.masks)).toEqual(before);
    expect(await lines()).toMatchObject([{}, { points: -1_000 }, { points: 1_000, reverses: id, reason }]);
    expect(await holder.person.do('redemption', 'order', { orderId: id })).toMatchObject({
      state: 'undone',
      undoneAt: bank.now,
    });
  });

  it('ends refused where the points are spent: a manager’s case; nothing is lost by it, nothing stays held', async () => {
    await giveAward(branch, holder.passbookId);
    const [line] = await lines();
    await collect(3);
    const id = await proposed(line!.id);
    const requestId = newRequestId();
    for (let sent = 0; sent < 2; sent++)
      expect(await decide(id, true, branch.manager, requestId)).toMatchObject({
        code: 'POINTS_SPENT',
        details: { missing: 1_500 },
      });
    expect((await rows()).find((row) => row.id === id)).toMatchObject({
      state: 'refused',
      refusal: { code: 'POINTS_SPENT', details: { missing: 1_500 } },
    });
    expect(await pointsOf(holder)).toEqual({ balance: 500, held: 0, available: 500 });
    // Once the points are there again, another correction may succeed.
    await giveAward(branch, holder.passbookId);
    expect(outcome(await decide(await proposed(line!.id)))).toBe('ok');
    expect(await pointsOf(holder)).toEqual({ balance: 500, held: 0, available: 500 });
  });

  it('takes three people, and nobody corrects or decides what is their own', async () => {
    const { lineId } = await checkedIn();
    const own = await proposed(lineId, branch.manager);
    expect(outcome(await decide(own))).toBe('THREE_PEOPLE_NEEDED');
    const second = bank.person(`主任${count}`);
    await hire(branch.street, second, { role: 'manager', branchId: branch.branchId, name: '第二主任' });
    expect(outcome(await decide(own, true, second))).toBe('ok');
    holder = await openPassbook(branch, `主任${count}`);
    const mine = await checkedIn();
    expect(outcome(await propose(mine.lineId, second))).toBe('SELF_DEALING');
    const id = await proposed(mine.lineId);
    expect(outcome(await decide(id, true, second))).toBe('SELF_DEALING');
    expect(outcome(await decide(id, false))).toBe('ok');
  });

  it('declined, changes nothing; decided once, it is decided', async () => {
    const { lineId } = await checkedIn();
    const id = await proposed(lineId);
    expect(outcome(await decide(id, false))).toBe('ok');
    expect(outcome(await decide(id, false))).toBe('ok');
    expect(await decide(id)).toMatchObject({ code: 'ALREADY_DECIDED', details: { state: 'declined' } });
    expect(await pointsOf(holder)).toMatchObject({ balance: 100 });
  });

  it('happens once, by however many corrections and however many requests at once', async () => {
    const { lineId } = await checkedIn();
    const ids = [await proposed(lineId), await proposed(lineId), await proposed(lineId)];
    const told = await Promise.all([...ids, ...ids].map((id) => persist(() => decide(id))));
    expect(new Set(told.map(outcome))).toEqual(new Set(['ok', 'LINE_REVERSED']));
    expect((await lines()).filter((line) => line.kind === 'reverse')).toHaveLength(1);
    expect((await rows()).filter((row) => row.state === 'approved' && row.lineId === lineId)).toHaveLength(1);
  });

  it('against the teller’s own undoing at the same moment ends in one reversal', async () => {
    for (let round = 0; round < 4; round++) {
      const { lineId } = await checkedIn();
      const id = await proposed(lineId);
      await Promise.all([
        persist(() => decide(id)),
        persist(() => branch.teller.call('activity', 'undo', { attendanceId: lineId })),
      ]);
      expect((await lines()).filter((line) => line.reverses === lineId)).toHaveLength(1);
    }
    expect(await pointsOf(holder)).toMatchObject({ balance: 0, held: 0 });
  });

  it('leaves nothing behind when somebody spends at the same moment', async () => {
    for (let round = 0; round < 4; round++) {
      holder = await richHolder(branch, `抢先${count}${round}`);
      const id = await proposed((await lines())[0]!.id);
      const { person, passbookId } = holder;
      const order = { passbookId, rewardId: branch.masks, lots: 4 };
      const [corrected] = await Promise.all([
        persist(() => decide(id)),
        person.call('redemption', 'reserve', order),
      ]);
      expect(outcome(corrected)).toBe('ok');
      expect(await pointsOf(holder)).toEqual({ balance: 0, held: 0, available: 0 });
    }
  });

  it('is refused for a reversal and for what was reversed, and stays refused for its request', async () => {
    const { lineId } = await checkedIn();
    await branch.teller.do('activity', 'undo', { attendanceId: lineId });
    const requestId = newRequestId();
    const [, reversal] = await lines();
    expect(await propose(reversal!.id)).toMatchObject({ code: 'LINE_NOT_CORRECTABLE' });
    for (let sent = 0; sent < 2; sent++)
      expect(await propose(lineId, branch.teller, requestId)).toMatchObject({
        code: 'LINE_REVERSED',
        details: { at: reversal!.occurredAt },
      });
    const [row] = await rows();
    expect(row).toMatchObject({ lineId, state: 'refused' });
    expect(await decide(row!.id)).toMatchObject({ code: 'ALREADY_DECIDED', details: { state: 'refused' } });
    expect(await propose('nowhere')).toMatchObject({ code: 'NOT_FOUND', details: { what: 'line' } });
    const other = await checkedIn();
    const input = { passbookId: holder.passbookId, lineId: other.lineId, reason };
    expect(await branch.teller.refused('desk', 'correct', input, requestId)).toBe('REQUEST_REUSED');
  });

  it('is possible on a frozen passbook, and for a line on a page that was turned', async () => {
    const { lineId } = await checkedIn();
    for (let award = 0; award < 12; award++) await giveAward(branch, holder.passbookId);
    await branch.manager.do('desk', 'freeze', { passbookId: holder.passbookId, reason: '核实中' });
    expect(outcome(await decide(await proposed(lineId)))).toBe('ok');
    expect((await lines()).at(-1)).toMatchObject({ kind: 'reverse', reverses: lineId });
    expect(await pointsOf(holder)).toMatchObject({ balance: 24_000 });
  });

  it('shows the desk a page with what may be corrected on it, and what waits', async () => {
    const first = await checkedIn();
    const second = await checkedIn();
    await branch.teller.do('activity', 'undo', { attendanceId: first.lineId });
    const shown = () => branch.teller.do('desk', 'lines', { passbookId: holder.passbookId });
    expect(await shown()).toMatchObject({ correctable: [second.lineId], proposed: [], balance: 100 });
    const waiting = () => branch.teller.do('desk', 'waiting', { branchId: branch.branchId });
    const before = await waiting();
    const id = await proposed(second.lineId);
    expect(await shown()).toMatchObject({ correctable: [], proposed: [second.lineId] });
    expect(await waiting()).toEqual({ ...before, corrections: before.corrections + 1 });
    await decide(id);
    expect(await shown()).toMatchObject({ correctable: [], proposed: [] });
    expect((await shown()).page.lines).toHaveLength(4);
  });
});
