import { PAGE_LINES } from '../../cloudfunctions/bank/ledger';
import { DAY, MINUTE } from '../../types/day';
import { keepsItsPromises } from '../support/promises';
import { type Holder, outcome, pointsOf, richHolder, scan, scanned, takenPlaces } from '../support/scenes';
import {
  giveAward,
  holdActivity,
  newRequestId,
  openBranch,
  openPassbook,
  TestBank,
  type TestBranch,
} from '../support/testBank';

describe('a request that was stuck on its way', () => {
  let bank: TestBank;
  let branch: TestBranch;
  let holder: Holder;
  let count = 0;
  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
  });
  beforeEach(async () => {
    holder = await richHolder(branch, `周桂兰${++count}`);
  });
  afterEach(() => keepsItsPromises(bank));
  afterAll(() => bank.stop());

  /** Holds the next writing request to a collection back, until `deliverHeld`. */
  function delayNext(collection: string): void {
    let isHeld = false;
    bank.cloud.faults.when((request) => {
      if (isHeld || request.collection !== collection || !request.action.includes('modify')) return undefined;
      isHeld = true;
      return 'late';
    });
  }

  async function deliverHeld(): Promise<void> {
    bank.cloud.faults.clear();
    expect(await bank.cloud.faults.deliverHeld()).toBe(1);
  }

  it('finds its page turned, and posts nothing', async () => {
    const { teller, manager } = branch;
    const award = {
      passbookId: holder.passbookId,
      ruleId: 'outstanding-award',
      level: 'street',
      reason: '好人',
    };
    const { id: awardId } = await teller.do('desk', 'award', award);
    delayNext('passbooks');
    expect(await manager.refused('desk', 'approve', { awardId, approved: true })).toBe('BUSY');
    await manager.do('desk', 'approve', { awardId, approved: true });
    for (let line = 0; line < PAGE_LINES; line++) await giveAward(branch, holder.passbookId);
    const before = await pointsOf(holder);
    await deliverHeld();
    expect(await pointsOf(holder)).toEqual(before);
  });

  it('finds its id burnt when the scan was refused meanwhile, and posts nothing', async () => {
    const [here, there] = [await holdActivity(branch), await holdActivity(branch)];
    const requestId = newRequestId();
    delayNext('passbooks');
    expect(outcome(await scan(branch.teller, 'checkIn', here, holder, requestId))).toBe('BUSY');
    expect(outcome(await scan(branch.teller, 'checkIn', there, holder))).toBe('ok');
    for (let sent = 0; sent < 2; sent++)
      expect(outcome(await scan(branch.teller, 'checkIn', here, holder, requestId))).toBe('CODE_USED');
    await deliverHeld();
    expect(await pointsOf(holder)).toMatchObject({ balance: 2_100 });
    expect(await takenPlaces(branch, here)).toBe(0);
  });

  it.each(['rewards', 'passbooks'])(
    'holds nothing in %s for an order that was cancelled meanwhile',
    async (what) => {
      const { person, passbookId } = holder;
      const [requestId, input] = [newRequestId(), { passbookId, rewardId: branch.masks, lots: 1 }];
      delayNext(what);
      expect(await person.refused('redemption', 'reserve', input, requestId)).toBe('BUSY');
      const { id } = await person.do('redemption', 'reserve', input, requestId);
      await person.do('redemption', 'cancel', { orderId: id });
      await deliverHeld();
      expect(await pointsOf(holder)).toEqual({ balance: 2_000, held: 0, available: 2_000 });
    },
  );

  it('finds its id burnt when the order was refused meanwhile, though the points are back', async () => {
    const { person, passbookId } = holder;
    const [requestId, input] = [newRequestId(), { passbookId, rewardId: branch.masks, lots: 3 }];
    delayNext('passbooks');
    expect(await person.refused('redemption', 'reserve', input, requestId)).toBe('BUSY');
    const other = await person.do('redemption', 'reserve', input);
    expect(await person.refused('redemption', 'reserve', input, requestId)).toBe('INSUFFICIENT_POINTS');
    await person.do('redemption', 'cancel', { orderId: other.id });
    await deliverHeld();
    expect(await pointsOf(holder)).toEqual({ balance: 2_000, held: 0, available: 2_000 });
  });

  it('of a walk-in takes no place after the scan was given up', async () => {
    const sessionId = await holdActivity(branch, { capacity: 1 });
    delayNext('sessions');
    expect(outcome(await scan(branch.teller, 'checkIn', sessionId, holder))).toBe('BUSY');
    bank.pass(5 * MINUTE);
    expect(await bank.wakeClock()).toMatchObject({ failed: [] });
    await deliverHeld();
    expect(await takenPlaces(branch, sessionId)).toBe(0);
    const next = await openPassbook(branch, `吴秀英${count}`);
    await scanned(branch.teller, 'checkIn', sessionId, next);
  });

  it('freezes nothing that was unfrozen since', async () => {
    const { passbookId } = holder;
    const [requestId, freezing] = [newRequestId(), { passbookId, reason: '核实中' }];
    delayNext('passbooks');
    expect(await branch.manager.refused('desk', 'freeze', freezing, requestId)).toBe('BUSY');
    await branch.manager.do('desk', 'freeze', freezing, requestId);
    await branch.manager.do('desk', 'unfreeze', { passbookId, reason: '已核实' });
    await deliverHeld();
    expect((await holder.person.do('passbook', 'home', {})).current?.cover.status).toBe('active');
    bank.pass(DAY);
  });
});
