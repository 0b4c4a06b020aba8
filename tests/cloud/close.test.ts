import { DAY, HOUR, MINUTE } from '../../types/day';
import { keepsItsPromises } from '../support/promises';
import {
  type Holder,
  holdHours,
  outcome,
  persist,
  pointsOf,
  richHolder,
  scan,
  scanned,
  warmUp,
} from '../support/scenes';
import {
  giveAward,
  holdActivity,
  newRequestId,
  openBranch,
  openPassbook,
  TestBank,
  type TestBranch,
} from '../support/testBank';

describe('closing a passbook', () => {
  let bank: TestBank;
  let branch: TestBranch;
  let holder: Holder;
  let count = 0;
  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
    await warmUp(branch, 'passbook');
  });
  beforeEach(async () => {
    bank.pass(HOUR);
    holder = await richHolder(branch, `周桂兰${++count}`);
  });
  afterEach(() => keepsItsPromises(bank));
  afterAll(() => bank.stop());

  const close = (donate = true, requestId?: string) =>
    holder.person.call('passbook', 'close', { passbookId: holder.passbookId, donate }, requestId);
  const cover = async () =>
    (await holder.person.do('passbook', 'home', { passbookId: holder.passbookId })).current!.cover;
  const reserve = () =>
    holder.person.call('redemption', 'reserve', {
      passbookId: holder.passbookId,
      rewardId: branch.masks,
      lots: 1,
    });

  it('gives what is left to the branch and ends it, once; nothing may land any more', async () => {
    const requestId = newRequestId();
    const told = await Promise.all([1, 2, 3].map(() => persist(() => close(true, requestId))));
    const at = bank.now;
    for (const one of told) expect(one).toMatchObject({ ok: true, data: { donated: 2_000, at } });
    const { current } = await holder.person.do('passbook', 'home', {});
    expect(current?.page.lines.at(-1)).toMatchObject({
      kind: 'donate',
      points: -2_000,
      balance: 0,
      contra: `donate:${branch.branchId}`,
      source: { kind: 'closure' },
    });
    expect(current?.cover).toMatchObject({ status: 'closed', balance: 0 });

    expect(outcome(await close())).toBe('PASSBOOK_CLOSED');
    expect(outcome(await reserve())).toBe('PASSBOOK_CLOSED');
    expect(outcome(await scan(branch.teller, 'checkIn', await holdActivity(branch), holder))).toBe(
      'PASSBOOK_CLOSED',
    );
    const { passbookId } = holder;
    const award = { passbookId, ruleId: 'outstanding-award', level: 'street', reason: '好人' };
    expect(await branch.teller.refused('desk', 'award', award)).toBe('PASSBOOK_CLOSED');
    const lineId = current!.page.lines[0]!.id;
    const correction = { passbookId, lineId, reason: '错' };
    expect(await branch.teller.refused('desk', 'correct', correction)).toBe('PASSBOOK_CLOSED');
    const freezing = { passbookId, reason: '核实中' };
    expect(await branch.manager.refused('desk', 'freeze', freezing)).toBe('PASSBOOK_CLOSED');
  });

  it('asks what shall become of the points that are left; the answer stays for its request', async () => {
    const requestId = newRequestId();
    expect(await close(false, requestId)).toMatchObject({
      code: 'PASSBOOK_NOT_EMPTY',
      details: { balance: 2_000 },
    });
    const { person, passbookId } = holder;
    const order = await person.do('redemption', 'reserve', { passbookId, rewardId: branch.masks, lots: 4 });
    await branch.merchant.do('redemption', 'confirm', { voucher: order.voucher! });
    bank.pass(15 * MINUTE);
    // A late copy of what was refused must not close it now.
    expect(outcome(await close(false, requestId))).toBe('PASSBOOK_NOT_EMPTY');
    expect(outcome(await close(true, requestId))).toBe('REQUEST_REUSED');
    expect(await cover()).toMatchObject({ status: 'active' });
    expect(await close(false)).toMatchObject({ ok: true, data: { donated: 0 } });
    expect(await cover()).toMatchObject({ status: 'closed' });
  });

  it('waits for whatever is open on it', async () => {
    const { person, passbookId } = holder;
    const busy = async (what: string, until: number | null) =>
      expect(await close()).toMatchObject({ code: 'PASSBOOK_BUSY', details: { what, until } });

    const order = await person.do('redemption', 'reserve', { passbookId, rewardId: branch.masks, lots: 1 });
    await busy('order', order.expiresAt);
    await branch.merchant.do('redemption', 'confirm', { voucher: order.voucher! });
    await busy('undo', bank.now + 15 * MINUTE);
    bank.pass(15 * MINUTE);

    const soon = await holdActivity(branch, { startsIn: HOUR });
    await person.do('activity', 'signUp', { sessionId: soon, passbookId });
    await busy('signUp', bank.now + HOUR);
    await person.do('activity', 'withdraw', { sessionId: soon, passbookId });

    const sessionId = await holdHours(branch, 2);
    await scanned(branch.teller, 'checkIn', sessionId, holder);
    await busy('attendance', bank.now + 2 * HOUR);
    bank.pass(4 * HOUR + 1);
    await busy('hours', null);
    await bank.wakeClock();
    await busy('hours', null);
    const { rows } = await branch.otherTeller.do('desk', 'lapsed', { branchId: branch.branchId });
    const { attendanceId } = rows[0]!;
    await branch.otherTeller.do('desk', 'settleHours', { attendanceId, minutes: 120 });
    await busy('undo', bank.now + 15 * MINUTE);
    bank.pass(15 * MINUTE);

    const award = { passbookId, ruleId: 'outstanding-award', level: 'street', reason: '好人' };
    const { id: awardId } = await branch.teller.do('desk', 'award', award);
    await busy('award', null);
    await branch.manager.do('desk', 'approve', { awardId, approved: false });

    const correction = { passbookId, lineId: attendanceId, reason: '错' };
    const { id: correctionId } = await branch.teller.do('desk', 'correct', correction);
    await busy('correction', null);
    await branch.manager.do('desk', 'decideCorrection', { correctionId, approved: true });
    await bank.wakeClock();
    bank.pass(5 * MINUTE);
    await bank.wakeClock();
    expect(await close()).toMatchObject({ ok: true, data: { donated: 1_500 } });
  });

  it('is the holder’s alone, and the speaker’s for an organisation', async () => {
    const stranger = await openPassbook(branch, `路人${count}`);
    const input = { passbookId: holder.passbookId, donate: true };
    for (const person of [stranger.person, branch.teller, branch.manager])
      expect((await person.call('passbook', 'close', input)).ok).toBe(false);
    const { passbookId } = await branch.teller.do('desk', 'openFor', {
      branchId: branch.branchId,
      kind: 'organisation',
      title: `公益社团${count}`,
      speakerId: holder.passbookId,
    });
    await giveAward(branch, passbookId);
    const told = await holder.person.do('passbook', 'close', { passbookId, donate: true });
    expect(told).toMatchObject({ donated: 2_000 });
    expect(await cover()).toMatchObject({ status: 'active', balance: 2_000 });
  });

  it('is refused while it is frozen; what was reserved may still be collected, cancelled or expire', async () => {
    const [collected, cancelled, expired] = [await reserve(), await reserve(), await reserve()].map((one) => {
      if (!one.ok) throw new Error(one.code);
      return one.data;
    });
    await branch.manager.do('desk', 'freeze', { passbookId: holder.passbookId, reason: '核实中' });
    expect(outcome(await close())).toBe('PASSBOOK_FROZEN');
    await branch.merchant.do('redemption', 'confirm', { voucher: collected!.voucher! });
    await holder.person.do('redemption', 'cancel', { orderId: cancelled!.id });
    expect(await pointsOf(holder)).toEqual({ balance: 1_500, held: 500, available: 1_000 });
    bank.now = expired!.expiresAt;
    expect(await bank.wakeClock()).toMatchObject({ expired: 1, failed: [] });
    expect(await pointsOf(holder)).toEqual({ balance: 1_500, held: 0, available: 1_500 });
    expect(outcome(await close())).toBe('PASSBOOK_FROZEN');
    await branch.manager.do('desk', 'unfreeze', { passbookId: holder.passbookId, reason: '已核实' });
    expect(outcome(await close())).toBe('ok');
  });

  it('or a check-in, a reservation, an award at the same moment: one after the other, or refused', async () => {
    for (let round = 0; round < 6; round++) {
      bank.pass(DAY);
      holder = await richHolder(branch, `抢先${count}-${round}`);
      const sessionId = await holdActivity(branch);
      const { passbookId } = holder;
      const rivals = [
        () => scan(branch.teller, 'checkIn', sessionId, holder),
        () => reserve(),
        () => branch.manager.call('desk', 'freeze', { passbookId, reason: '核实中' }),
      ];
      const rival = rivals[round % 3]!;
      const [closed, other] = await Promise.all([persist(() => close()), persist<unknown>(rival)]);
      expect(outcome(closed)).toMatch(/^(ok|PASSBOOK_BUSY|PASSBOOK_FROZEN)$/);
      expect(outcome(other)).toMatch(/^(ok|PASSBOOK_CLOSED)$/);
      expect(Number(closed.ok) + Number(other.ok)).toBe(1);
      expect((await cover()).status === 'closed').toBe(closed.ok);
      await keepsItsPromises(bank);
    }
  });

  it('twice at the same moment closes it once', async () => {
    const told = await Promise.all([1, 2, 3, 4].map(() => persist(() => close())));
    expect(told.filter((one) => one.ok)).toHaveLength(1);
    for (const one of told) expect(outcome(one)).toMatch(/^(ok|PASSBOOK_CLOSED)$/);
  });

  describe('that nobody knew of when something began', () => {
    const status = (to: 'active' | 'closed') =>
      bank.cloud.database
        .collection('passbooks')
        .update({ _id: holder.passbookId }, { $set: { status: to } });

    it('refuses the line of an award that was waiting for the manager', async () => {
      const { passbookId } = holder;
      const award = { passbookId, ruleId: 'outstanding-award', level: 'street', reason: '好人' };
      const { id: awardId } = await branch.teller.do('desk', 'award', award);
      status('closed');
      const decide = () => branch.manager.call('desk', 'approve', { awardId, approved: true });
      for (let sent = 0; sent < 2; sent++) expect(outcome(await decide())).toBe('PASSBOOK_CLOSED');
      status('active');
      expect(await pointsOf(holder)).toMatchObject({ balance: 2_000 });
      const { awards } = await branch.teller.do('desk', 'awards', { branchId: branch.branchId });
      expect(awards[0]).toMatchObject({ id: awardId, state: 'refused' });
    });

    it('refuses a teller’s undoing: the points are given away', async () => {
      const sessionId = await holdActivity(branch);
      const { attendanceId } = await scanned(branch.teller, 'checkIn', sessionId, holder);
      status('closed');
      expect(await branch.teller.refused('activity', 'undo', { attendanceId })).toBe('PASSBOOK_CLOSED');
      status('active');
      expect(await pointsOf(holder)).toMatchObject({ balance: 2_100, held: 0 });
    });
  });
});
