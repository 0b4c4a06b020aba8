import { personIdOf } from '../../cloudfunctions/platform/ids';
import { CODE_STEP_MS } from '../../types/code';
import { addDays, DAY, dayOf, HOUR } from '../../types/day';
import type { Order, Person, TrailEntry } from '../../types/entities';
import type { ActionName, FunctionName, Input } from '../../types/routes';
import { type Holder, closeBank, outcome, pointsOf, richHolder, scan } from '../support/scenes';
import {
  EARNING,
  hire,
  holdActivity,
  newRequestId,
  openBranch,
  openPassbook,
  showCode,
  TestBank,
  type TestBranch,
  type TestPerson,
} from '../support/testBank';

let bank: TestBank;
let branch: TestBranch;
let other: TestBranch;
let count = 0;
beforeAll(async () => {
  bank = await TestBank.open();
  branch = await openBranch(bank);
  other = await openBranch(bank, '0317');
});
afterAll(() => closeBank(bank));

describe('what was refused stays refused for its request', () => {
  /** Refused, and after the cause has gone: the same request the same, word for word; a new one succeeds. */
  async function expectRemembered<F extends FunctionName, A extends ActionName<F>>(
    by: TestPerson,
    name: F,
    action: A,
    input: Input<F, A>,
    code: string,
    remedy: () => Promise<unknown>,
  ): Promise<void> {
    const requestId = newRequestId();
    const first = await by.call(name, action, input, requestId);
    expect(outcome(first)).toBe(code);
    await remedy();
    const again = await by.call(name, action, input, requestId);
    expect(told(again)).toEqual(told(first));
    expect(outcome(await by.call(name, action, input))).toBe('ok');
    expect(told(await by.call(name, action, input, requestId))).toEqual(told(first));
  }

  const told = ({ ok, ...rest }: { ok: boolean }) => ({
    ok,
    code: 'code' in rest && rest.code,
    details: 'details' in rest && rest.details,
  });

  async function priceNext(rewardIds: string[]): Promise<void> {
    const tomorrow = addDays(dayOf(bank.now), 1);
    const { branchId } = branch;
    await branch.manager.do('rates', 'publish', {
      branchId,
      effectiveOn: tomorrow,
      earning: EARNING,
      prices: rewardIds.map((rewardId) => ({ rewardId, points: 100 })),
      explanation: '',
    });
    bank.pass(DAY);
  }

  it('an order of what the card did not price', async () => {
    const { person, passbookId } = await richHolder(branch, '周桂兰');
    const { id: rewardId } = await branch.manager.do('desk', 'addReward', {
      branchId: branch.branchId,
      name: '食用油',
      kind: 'goods',
      lot: '5 L',
      description: '',
      providerId: `counter:${branch.branchId}`,
      costCents: 6_000,
    });
    await branch.manager.do('desk', 'stock', { rewardId, kind: 'received', lots: 9, reason: '进货' });
    const input = { passbookId, rewardId, lots: 1 };
    const requestId = newRequestId();
    expect(await person.refused('redemption', 'reserve', input, requestId)).toBe('REWARD_UNAVAILABLE');
    const other = { ...input, lots: 2 };
    expect(await person.refused('redemption', 'reserve', other, requestId)).toBe('REQUEST_REUSED');
    await expectRemembered(person, 'redemption', 'reserve', input, 'REWARD_UNAVAILABLE', () =>
      priceNext([rewardId, branch.masks]),
    );
    const { orders } = await person.do('redemption', 'orders', { passbookId });
    expect(orders.map(({ state }) => state)).toEqual(['reserved']);
  });

  it('an order, and an award, where no card was in force yet', async () => {
    const [branchId, manager] = ['0399', bank.person('manager-0399')];
    await branch.street.do('desk', 'createBranch', { branchId, name: '新储蓄所' });
    await hire(branch.street, manager, { role: 'manager', branchId, name: '新主任' });
    const { passbookId, person } = await openPassbook({ ...branch, branchId }, '第一人');
    const publish = () =>
      manager.do('rates', 'publish', {
        branchId,
        effectiveOn: dayOf(bank.now),
        earning: EARNING,
        prices: [],
        explanation: '',
      });
    const [ordering, recognising] = [newRequestId(), newRequestId()];
    const order = { passbookId, rewardId: 'r_MADEUP', lots: 1 };
    const award = { passbookId, ruleId: 'outstanding-award', level: 'city', reason: '好人' };
    for (const publishes of [publish, () => Promise.resolve()]) {
      expect(await person.refused('redemption', 'reserve', order, ordering)).toBe('NO_RATE_CARD');
      expect(await manager.refused('desk', 'award', award, recognising)).toBe('NO_RATE_CARD');
      await publishes();
    }
    expect(await person.refused('redemption', 'reserve', order)).toBe('REWARD_UNAVAILABLE');
    expect(outcome(await manager.call('desk', 'award', award))).toBe('ok');
    expect((await manager.do('desk', 'awards', { branchId })).awards).toHaveLength(1);
  });

  it('a hand-made credit to a frozen passbook, which nobody can approve nor see', async () => {
    const { passbookId } = await openPassbook(branch, '吴秀英');
    const { teller, manager, branchId } = branch;
    await manager.do('desk', 'freeze', { passbookId, reason: '核实中' });
    const award = { passbookId, ruleId: 'outstanding-award', level: 'street', reason: '好人' };
    await expectRemembered(teller, 'desk', 'award', award, 'PASSBOOK_FROZEN', () =>
      manager.do('desk', 'unfreeze', { passbookId, reason: '已核实' }),
    );
    const { awards } = await manager.do('desk', 'awards', { branchId });
    expect(awards.filter((one) => one.passbookId === passbookId)).toHaveLength(1);
    const [refused] = bank.cloud.database.collection('awards').find({ passbookId, state: 'refused' }) as {
      _id: string;
    }[];
    const approval = { awardId: refused!._id, approved: true };
    expect(await manager.refused('desk', 'approve', approval)).toBe('NOT_FOUND');
    const { acts } = await manager.do('desk', 'trail', { branchId });
    expect(acts.filter((act) => act.what === 'proposeAward' && act.passbookId === passbookId)).toHaveLength(
      1,
    );
  });

  it('a hand-made credit by a rule that there is not', async () => {
    const { passbookId } = await openPassbook(branch, '郑建国');
    const award = { passbookId, ruleId: 'made-up', level: 'street', reason: '好人' };
    const requestId = newRequestId();
    expect(await branch.teller.refused('desk', 'award', award, requestId)).toBe('NO_EARNING_RULE');
    const other = { ...award, ruleId: 'outstanding-award' };
    expect(await branch.teller.refused('desk', 'award', other, requestId)).toBe('REQUEST_REUSED');
    expect(await branch.teller.refused('desk', 'award', award, requestId)).toBe('NO_EARNING_RULE');
  });

  const reserve = async ({ person, passbookId }: Holder) => {
    const order = { passbookId, rewardId: branch.masks, lots: 1 };
    const { id, voucher, expiresAt } = await person.do('redemption', 'reserve', order);
    return { id, voucher: voucher!, expiresAt };
  };

  it('a confirmation that came too late, though the server’s clock then steps back', async () => {
    const holder = await richHolder(branch, `顾客${++count}`);
    const { voucher, expiresAt } = await reserve(holder);
    const before = bank.now;
    bank.now = expiresAt;
    await expectRemembered(
      branch.merchant,
      'redemption',
      'confirm',
      { voucher },
      'VOUCHER_EXPIRED',
      async () => (bank.now = before),
    );
    expect(await pointsOf(holder)).toMatchObject({ held: 0 });
  });

  it('for whoever sent it: somebody else’s request of the same id is another one', async () => {
    const { person, passbookId } = await richHolder(branch, `顾客${++count}`, 'city');
    const order = { passbookId, rewardId: branch.masks, lots: 1 };
    const { voucher, expiresAt } = await person.do('redemption', 'reserve', order);
    const colleague = bank.person('店员');
    hireToMerchant(colleague);
    const requestId = newRequestId();
    const before = bank.now;
    bank.now = expiresAt;
    expect(
      outcome(await branch.merchant.call('redemption', 'confirm', { voucher: voucher! }, requestId)),
    ).toBe('VOUCHER_EXPIRED');
    bank.now = before;
    expect(outcome(await colleague.call('redemption', 'confirm', { voucher: voucher! }, requestId))).toBe(
      'ok',
    );
  });

  /** There is no second hand at a shop yet: gives somebody the same grant as the merchant's. */
  function hireToMerchant(person: TestPerson): void {
    const people = bank.cloud.database.collection('people');
    const [{ roles }] = people.find({ openid: branch.merchant.openid }) as unknown as [Person];
    people.insert({
      _id: personIdOf(person.openid),
      openid: person.openid,
      name: '店员',
      phone: '13900000000',
      consents: [],
      roles,
      passbooks: [],
      ownPassbookId: null,
      createdAt: bank.now,
    });
  }

  it('and no more than the last twenty are kept', async () => {
    const { id, voucher } = await reserve(await richHolder(branch, `顾客${++count}`));
    const confirm = (requestId?: string) =>
      branch.merchant.call('redemption', 'confirm', { voucher }, requestId);
    await confirm();
    for (let sent = 0; sent < 22; sent++) expect(outcome(await confirm())).toBe('VOUCHER_USED');
    const [order] = bank.cloud.database.collection('orders').find({ _id: id }) as unknown as Order[];
    expect(order!.refusals).toHaveLength(20);
  });

  it('even if copies of it come all at once', async () => {
    const { id, voucher } = await reserve(await richHolder(branch, `顾客${++count}`));
    await branch.merchant.do('redemption', 'confirm', { voucher });
    const requestId = newRequestId();
    const all = await Promise.all(
      Array.from({ length: 20 }, () => branch.merchant.call('redemption', 'confirm', { voucher }, requestId)),
    );
    expect(new Set(all.map((one) => JSON.stringify(told(one)))).size).toBe(1);
    const [order] = bank.cloud.database.collection('orders').find({ _id: id }) as unknown as Order[];
    expect(order!.refusals).toHaveLength(1);
  });
});

describe('a scan that is refused', () => {
  const entries = () =>
    bank.cloud.database.collection('trail').find({ act: 'scanRefused' }) as unknown as TrailEntry[];

  it('leaves who tried what with whose code, and why it failed, once', async () => {
    const holder = await openPassbook(branch, `志愿者${++count}`);
    const sessionId = await holdActivity(branch);
    const { teller } = branch;
    const stale = await showCode(holder.person, holder.passbookId, bank.now - 3 * CODE_STEP_MS);
    const fresh = await showCode(holder.person, holder.passbookId);
    const forged = `${fresh.slice(0, -1)}${fresh.endsWith('0') ? '1' : '0'}`;
    for (const [code, why, about] of [
      [stale, 'CODE_STALE', holder.passbookId],
      [forged, 'CODE_INVALID', holder.passbookId],
      ['https://example.org', 'CODE_INVALID', sessionId],
    ] as const) {
      const requestId = newRequestId();
      for (let sent = 0; sent < 2; sent++)
        expect(await teller.refused('activity', 'checkIn', { sessionId, code }, requestId)).toBe(why);
      expect(entries().filter((entry) => entry.requestId === requestId)).toMatchObject([
        { about, sessionId, reason: why, at: bank.now, branchId: branch.branchId },
      ]);
    }
    const early = await holdActivity(branch, { startsIn: 2 * HOUR });
    expect(outcome(await scan(teller, 'checkIn', early, holder))).toBe('NOT_SESSION_TIME');
    expect(outcome(await scan(teller, 'checkOut', sessionId, holder))).toBe('NOT_CHECKED_IN');
    const reasons = entries()
      .filter(({ about }) => about === holder.passbookId)
      .map(({ reason }) => reason);
    expect(reasons.sort()).toEqual(['CODE_INVALID', 'CODE_STALE', 'NOT_CHECKED_IN', 'NOT_SESSION_TIME']);
    const { acts } = await branch.manager.do('desk', 'trail', { branchId: branch.branchId });
    expect(acts).toContainEqual(
      expect.objectContaining({ what: 'scanRefused', by: '李柜员', reason: 'NOT_CHECKED_IN' }),
    );
  });

  it('leaves nothing where it succeeds, and nothing of a stranger to the session', async () => {
    const holder = await openPassbook(branch, `志愿者${++count}`);
    const [sessionId, before] = [await holdActivity(branch), entries().length];
    expect(outcome(await scan(other.teller, 'checkIn', sessionId, holder))).toBe('WRONG_BRANCH');
    expect(outcome(await scan(branch.teller, 'checkIn', sessionId, holder))).toBe('ok');
    expect(entries()).toHaveLength(before);
  });

  it('is answered the same when the trail cannot be written', async () => {
    const holder = await openPassbook(branch, `志愿者${++count}`);
    const sessionId = await holdActivity(branch);
    const code = await showCode(holder.person, holder.passbookId, bank.now - 3 * CODE_STEP_MS);
    bank.cloud.faults.when(({ collection }) =>
      collection === 'trail' ? 'refuse:DATABASE_REQUEST_FAILED' : undefined,
    );
    const told = await branch.teller.call('activity', 'checkIn', { sessionId, code });
    bank.cloud.faults.clear();
    expect(told).toMatchObject({ code: 'CODE_STALE', details: {} });
  });
});
