import { keepsItsPromises } from '../support/promises';
import { outcome, pointsOf, richHolder, warmUp } from '../support/scenes';
import {
  giveAward,
  newRequestId,
  openBranch,
  openPassbook,
  TestBank,
  type TestBranch,
} from '../support/testBank';

describe('reserving a reward', () => {
  let bank: TestBank;
  let branch: TestBranch;
  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
    await warmUp(branch);
  });
  afterEach(() => keepsItsPromises(bank));
  afterAll(() => bank.stop());

  const stockOf = async (rewardId: string) => {
    const { rewards } = await branch.manager.do('desk', 'rewards', { branchId: branch.branchId });
    return rewards.find((reward) => reward.id === rewardId)!.stock;
  };

  it('holds 5 points for 4 packs, and one lot of the stock', async () => {
    const holder = await richHolder(branch, '周桂兰');
    const { person, passbookId } = holder;
    const before = await stockOf(branch.masks);
    const order = await person.do('redemption', 'reserve', { passbookId, rewardId: branch.masks, lots: 1 });
    expect(order).toMatchObject({
      rewardName: '口罩',
      lot: '4 包',
      points: 500,
      state: 'reserved',
      version: 1,
    });
    expect(order.voucher).toMatch(/^GY2(-[0-9A-Z]{4}){4}$/);
    expect(await pointsOf(holder)).toEqual({ balance: 2_000, held: 500, available: 1_500 });
    expect(await stockOf(branch.masks)).toEqual({
      ...before,
      onHand: before.onHand - 1,
      held: before.held + 1,
    });
    expect((await person.do('passbook', 'home', {})).current?.openOrders).toEqual([order.id]);
    expect(await person.do('redemption', 'orders', { passbookId })).toEqual({ orders: [order], more: false });
  });

  it('is one order, however often and however many at once the request is sent', async () => {
    const holder = await richHolder(branch, '吴秀英');
    const [requestId, input] = [
      newRequestId(),
      { passbookId: holder.passbookId, rewardId: branch.masks, lots: 1 },
    ];
    const orders = await Promise.all(
      Array.from({ length: 10 }, () => holder.person.do('redemption', 'reserve', input, requestId)),
    );
    expect(new Set(orders.map((order) => order.id)).size).toBe(1);
    expect(await pointsOf(holder)).toMatchObject({ held: 500 });
    const other = { ...input, lots: 2 };
    expect(await holder.person.refused('redemption', 'reserve', other, requestId)).toBe('REQUEST_REUSED');
  });

  it('is refused without the points, and stays refused for its request when they have come', async () => {
    const holder = await openPassbook(branch, '郑建国');
    const [requestId, input] = [
      newRequestId(),
      { passbookId: holder.passbookId, rewardId: branch.masks, lots: 1 },
    ];
    const told = await holder.person.call('redemption', 'reserve', input, requestId);
    expect(told).toMatchObject({ code: 'INSUFFICIENT_POINTS', details: { available: 0, needed: 500 } });
    await giveAward(branch, holder.passbookId);
    const again = await holder.person.call('redemption', 'reserve', input, requestId);
    expect(again).toMatchObject({ code: 'INSUFFICIENT_POINTS', details: { available: 0, needed: 500 } });
    expect(await pointsOf(holder)).toMatchObject({ available: 2_000, held: 0 });
    expect(outcome(await holder.person.call('redemption', 'reserve', input))).toBe('ok');
  });

  it('is refused out of stock, and stays refused for its request when goods have come', async () => {
    const holder = await richHolder(branch, '冯玉珍', 'city');
    const { person, passbookId } = holder;
    const [requestId, input] = [newRequestId(), { passbookId, rewardId: branch.rice, lots: 8 }];
    const told = await person.call('redemption', 'reserve', input, requestId);
    expect(told).toMatchObject({ code: 'OUT_OF_STOCK', details: { left: 7 } });
    expect(await pointsOf(holder)).toMatchObject({ held: 0 });
    const more = { rewardId: branch.rice, kind: 'received', lots: 10, reason: '进货' } as const;
    await branch.manager.do('desk', 'stock', more);
    expect(outcome(await person.call('redemption', 'reserve', input, requestId))).toBe('OUT_OF_STOCK');
    expect(outcome(await person.call('redemption', 'reserve', input))).toBe('ok');
    const shown = await person.do('redemption', 'orders', { passbookId });
    expect(shown.orders.map(({ state }) => state)).toEqual(['reserved']);
  });

  it('is refused with a frozen passbook, and stays refused for its request when it is thawed', async () => {
    const { person, passbookId } = await richHolder(branch, '陈丽华');
    const [requestId, input] = [newRequestId(), { passbookId, rewardId: branch.masks, lots: 1 }];
    await branch.manager.do('desk', 'freeze', { passbookId, reason: '核实中' });
    expect(await person.refused('redemption', 'reserve', input, requestId)).toBe('PASSBOOK_FROZEN');
    await branch.manager.do('desk', 'unfreeze', { passbookId, reason: '已核实' });
    expect(await person.refused('redemption', 'reserve', input, requestId)).toBe('PASSBOOK_FROZEN');
    expect(outcome(await person.call('redemption', 'reserve', input))).toBe('ok');
  });

  it('is refused for what the card in force does not price, and for somebody else’s passbook', async () => {
    const [mine, theirs] = [await richHolder(branch, '褚明'), await richHolder(branch, '卫国')];
    const { id } = await branch.manager.do('desk', 'addReward', {
      branchId: branch.branchId,
      name: '食用油',
      kind: 'goods',
      lot: '5 L',
      description: '',
      providerId: `counter:${branch.branchId}`,
      costCents: 6_000,
    });
    const unpriced = { passbookId: mine.passbookId, rewardId: id, lots: 1 };
    expect(await mine.person.refused('redemption', 'reserve', unpriced)).toBe('REWARD_UNAVAILABLE');
    const others = { passbookId: theirs.passbookId, rewardId: branch.masks, lots: 1 };
    expect(await mine.person.refused('redemption', 'reserve', others)).toBe('FORBIDDEN');
  });

  it('holds stock once, even if the request comes again after hundreds of others', async () => {
    const holder = await richHolder(branch, '老顾客');
    const [requestId, input] = [
      newRequestId(),
      { passbookId: holder.passbookId, rewardId: branch.masks, lots: 1 },
    ];
    const before = await stockOf(branch.masks);
    // Dies after the stock is held; by the time of the retry the reward remembers its steps no longer.
    const isHold = (action: string, collection?: string) =>
      /modify/.test(action) && collection === 'passbooks';
    bank.cloud.faults.when(({ action, collection }) => (isHold(action, collection) ? 'kill' : undefined));
    await expect(holder.person.call('redemption', 'reserve', input, requestId)).rejects.toThrow('killed');
    bank.cloud.faults.clear();
    expect(await stockOf(branch.masks)).toMatchObject({ held: before.held + 1 });
    bank.cloud.database.collection('rewards').update({ _id: branch.masks }, { $set: { ids: [] } });
    expect(outcome(await holder.person.call('redemption', 'reserve', input, requestId))).toBe('ok');
    expect(await stockOf(branch.masks)).toMatchObject({ held: before.held + 1, onHand: before.onHand - 1 });
  });

  it('gives no more than there is: 30 who want one of 7 at once', async () => {
    const other = await openBranch(bank, '0316');
    const buyers = await Promise.all(
      Array.from({ length: 30 }, (_, n) => richHolder(other, `买米${n}`, 'city')),
    );
    const told = await Promise.all(
      buyers.map(({ person, passbookId }) =>
        person.call('redemption', 'reserve', { passbookId, rewardId: other.rice, lots: 1 }),
      ),
    );
    const outcomes = told.map(outcome);
    expect(outcomes.filter((one) => one === 'ok')).toHaveLength(7);
    expect(outcomes.filter((one) => one === 'OUT_OF_STOCK')).toHaveLength(23);
    const left = await Promise.all(buyers.map((buyer) => pointsOf(buyer)));
    expect(left.filter(({ held }) => held === 0)).toHaveLength(23);
  });

  it('spends no more than there is: 10 orders of 5 points at once from 20', async () => {
    const holder = await richHolder(branch, '蒋文');
    const input = { passbookId: holder.passbookId, rewardId: branch.masks, lots: 1 };
    const told = await Promise.all(
      Array.from({ length: 10 }, () => holder.person.call('redemption', 'reserve', input)),
    );
    const outcomes = told.map(outcome);
    expect(outcomes.filter((one) => one === 'ok')).toHaveLength(4);
    expect(outcomes.filter((one) => one === 'INSUFFICIENT_POINTS')).toHaveLength(6);
    expect(await pointsOf(holder)).toEqual({ balance: 2_000, held: 2_000, available: 0 });
  });

  it('shows older orders page by page, past any number of refused ones', async () => {
    const { person, passbookId } = await richHolder(branch, '沈红');
    const input = { passbookId, rewardId: branch.masks, lots: 1 };
    const { id } = await person.do('redemption', 'reserve', input);
    for (let attempt = 0; attempt < 25; attempt++) {
      bank.pass(1_000);
      expect(await person.refused('redemption', 'reserve', { ...input, lots: 5 })).toBe(
        'INSUFFICIENT_POINTS',
      );
    }
    const shown = await person.do('redemption', 'orders', { passbookId });
    expect(shown.orders.map((order) => order.id)).toEqual([id]);
    expect(await person.do('redemption', 'orders', { passbookId, before: id })).toEqual({
      orders: [],
      more: false,
    });
  });
});
