import { DAY, HOUR } from '../../types/day';
import type { Output } from '../../types/routes';
import { keepsItsPromises } from '../support/promises';
import { type Holder, outcome, pointsOf, richHolder, warmUp } from '../support/scenes';
import {
  giveAward,
  newRequestId,
  openBranch,
  openPassbook,
  TestBank,
  type TestBranch,
} from '../support/testBank';

describe('handing a reward over, or giving it back', () => {
  let bank: TestBank;
  let branch: TestBranch;
  let other: TestBranch;
  let holder: Holder;
  let count = 0;
  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
    await warmUp(branch);
    other = await openBranch(bank, '0315');
  });
  beforeEach(async () => {
    bank.pass(HOUR);
    holder = await richHolder(branch, `周桂兰${++count}`, 'city');
  });
  afterEach(() => keepsItsPromises(bank));
  afterAll(() => bank.stop());

  type Reserved = Output<'redemption', 'reserve'> & { voucher: string };
  const reserve = async (rewardId = branch.masks): Promise<Reserved> => {
    const { person, passbookId } = holder;
    const order = await person.do('redemption', 'reserve', { passbookId, rewardId, lots: 1 });
    return { ...order, voucher: order.voucher! };
  };
  const cancel = (orderId: string) => holder.person.call('redemption', 'cancel', { orderId });
  const confirm = (voucher: string, requestId?: string) =>
    branch.merchant.call('redemption', 'confirm', { voucher }, requestId);

  it('posts the line once, even if ten confirmations come at once', async () => {
    const { voucher } = await reserve();
    const told = await Promise.all(Array.from({ length: 10 }, () => confirm(voucher)));
    expect(told.map(outcome).sort()).toEqual([...Array<string>(9).fill('VOUCHER_USED'), 'ok']);
    expect(await pointsOf(holder)).toEqual({ balance: 99_500, held: 0, available: 99_500 });
  });

  it('answers a repeated request as the first time, and any other when it was used', async () => {
    const { voucher, id } = await reserve();
    const requestId = newRequestId();
    const first = await confirm(voucher, requestId);
    expect(first).toMatchObject({ ok: true, data: { orderId: id, lot: '4 包', confirmedAt: bank.now } });
    const usedAt = bank.now;
    bank.pass(DAY);
    expect(await confirm(voucher, requestId)).toMatchObject({ ok: true, data: { confirmedAt: usedAt } });
    expect(await confirm(voucher)).toMatchObject({ code: 'VOUCHER_USED', details: { at: usedAt } });
    expect(await branch.merchant.refused('redemption', 'identify', { voucher })).toBe('VOUCHER_USED');
    expect(await cancel(id)).toMatchObject({ code: 'ORDER_ENDED', details: { state: 'confirmed' } });
  });

  it('takes the voucher as it is typed: small letters, no dashes', async () => {
    const { voucher } = await reserve();
    const typed = ` ${voucher.toLowerCase().replaceAll('-', ' ')} `;
    expect(await branch.merchant.do('redemption', 'identify', { voucher: typed })).toMatchObject({
      name: '周' + '*'.repeat([...`桂兰${count}`].length),
      confirmedAt: null,
    });
    expect(outcome(await confirm(typed))).toBe('ok');
  });

  it('gives one answer for what is made up and for what is somebody else’s to hand over', async () => {
    const [masks, rice] = [await reserve(branch.masks), await reserve(branch.rice)];
    const forged = `${masks.voucher.slice(0, -1)}${masks.voucher.endsWith('0') ? '1' : '0'}`;
    const attempts = [
      [branch.merchant, forged],
      [branch.merchant, 'GY2'],
      [branch.merchant, rice.voucher],
      [other.merchant, masks.voucher],
      [branch.teller, masks.voucher],
      [other.teller, rice.voucher],
    ] as const;
    for (const [person, voucher] of attempts)
      for (const action of ['identify', 'confirm'] as const)
        expect(await person.call('redemption', action, { voucher })).toMatchObject({
          code: 'CODE_INVALID',
          details: {},
        });
    expect(outcome(await branch.teller.call('redemption', 'confirm', { voucher: rice.voucher }))).toBe('ok');
  });

  it('is refused to the merchant whose own passbook it is', async () => {
    const { passbookId } = await openPassbook(branch, `merchant-${branch.branchId}`);
    await giveAward(branch, passbookId);
    const input = { passbookId, rewardId: branch.masks, lots: 1 };
    const { voucher } = await branch.merchant.do('redemption', 'reserve', input);
    expect(outcome(await confirm(voucher!))).toBe('SELF_DEALING');
  });

  it('gives points and stock back when it is cancelled, once', async () => {
    const { id, voucher } = await reserve();
    const first = await cancel(id);
    expect(first).toMatchObject({ ok: true, data: { state: 'cancelled', voucher: null, endedAt: bank.now } });
    bank.pass(1_000);
    expect(await cancel(id)).toMatchObject({ ok: true, data: { endedAt: bank.now - 1_000 } });
    expect(await pointsOf(holder)).toEqual({ balance: 100_000, held: 0, available: 100_000 });
    expect(await confirm(voucher)).toMatchObject({
      code: 'VOUCHER_CANCELLED',
      details: { at: bank.now - 1_000 },
    });
  });

  it('is cancelled by nobody else; whether the order exists is nobody’s business', async () => {
    const { id } = await reserve();
    const stranger = await openPassbook(branch, `路人${count}`);
    for (const orderId of [id, 'o_MADEUP'])
      expect(await stranger.person.refused('redemption', 'cancel', { orderId })).toBe('FORBIDDEN');
    expect(await stranger.person.refused('redemption', 'order', { orderId: id })).toBe('FORBIDDEN');
  });

  it('expires after a week: the clock gives points and stock back, once', async () => {
    const { id, voucher, expiresAt } = await reserve();
    bank.now = expiresAt - 1;
    await bank.wakeClock();
    expect(await pointsOf(holder)).toMatchObject({ held: 500 });
    bank.now = expiresAt;
    expect(await confirm(voucher)).toMatchObject({ code: 'VOUCHER_EXPIRED', details: { at: expiresAt } });
    expect(await bank.wakeClock()).toMatchObject({ expired: 1, failed: [] });
    expect(await bank.wakeClock()).toMatchObject({ expired: 0, failed: [] });
    expect(await pointsOf(holder)).toEqual({ balance: 100_000, held: 0, available: 100_000 });
    expect(await confirm(voucher)).toMatchObject({ code: 'VOUCHER_EXPIRED', details: { at: expiresAt } });
    expect(await cancel(id)).toMatchObject({ code: 'ORDER_ENDED', details: { state: 'expired' } });
  });

  it('is either handed over or cancelled when both come at once', async () => {
    for (let round = 0; round < 6; round++) {
      const { id, voucher } = await reserve();
      const [confirmed, cancelled] = await Promise.all(
        round % 2 ? [confirm(voucher), cancel(id)] : [cancel(id), confirm(voucher)].reverse(),
      );
      expect([confirmed!.ok, cancelled!.ok].filter(Boolean)).toHaveLength(1);
      const refused = confirmed!.ok ? cancelled! : confirmed!;
      expect(outcome(refused)).toMatch(/VOUCHER_CANCELLED|ORDER_ENDED|BUSY/);
      await keepsItsPromises(bank);
    }
  });

  it('is either handed over or expired when both come at the last moment', async () => {
    const { id, voucher, expiresAt } = await reserve();
    bank.now = expiresAt - 1;
    await bank.wakeClock();
    const last = confirm(voucher);
    bank.now = expiresAt;
    const [confirmed, { expired }] = await Promise.all([last, bank.wakeClock()]);
    expect(Number(confirmed.ok) + expired).toBe(1);
    const { state } = await holder.person.do('redemption', 'order', { orderId: id });
    expect(state).toBe(confirmed.ok ? 'confirmed' : 'expired');
  });

  it('costs what the card said when it was reserved, whatever the card says by now', async () => {
    const { voucher, points } = await reserve();
    const { earning } = await branch.manager.do('rates', 'current', { branchId: branch.branchId });
    bank.pass(1);
    await branch.manager.do('rates', 'publish', {
      branchId: branch.branchId,
      effectiveOn: '2026-12-20',
      earning,
      prices: [{ rewardId: branch.masks, points: 900 }],
      explanation: '口罩涨价',
    });
    expect(points).toBe(500);
    expect(outcome(await confirm(voucher))).toBe('ok');
    expect(await pointsOf(holder)).toMatchObject({ balance: 99_500 });
  });
});
