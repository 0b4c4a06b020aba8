import { PAGE_LINES } from '../../cloudfunctions/bank/ledger';
import { CODE_STEP_MS } from '../../types/code';
import { HOUR } from '../../types/day';
import { keepsItsPromises } from '../support/promises';
import { phoneOf, holdSessions, openRegular } from '../support/regular';
import { type Holder, holdHours, outcome, richHolder, scan } from '../support/scenes';
import {
  holdActivity,
  newRequestId,
  openBranch,
  openPassbook,
  TestBank,
  type TestBranch,
  type Told,
} from '../support/testBank';

/** Database requests of one invocation, as the plan of the house allows them. */
const BUDGETS = {
  'check-in of someone signed up': { warm: 3, cold: 6 },
  'check-in of a walk-in': { warm: 5, cold: 8 },
  'check-out': { warm: 4, cold: 7 },
  reserve: { warm: 6, cold: 7 },
  confirm: { warm: 5, cold: 6 },
  'home screen': { warm: 3, cold: 4 },
  'check-in, sent again': { warm: 2, cold: 2 },
  'check-out, sent again': { warm: 2, cold: 2 },
  'reserve, sent again': { warm: 2, cold: 2 },
  'confirm, sent again': { warm: 2, cold: 2 },
};
/** A full page is turned by the next step. */
const PAGE_TURN = 3;

type What = keyof typeof BUDGETS;

describe('database requests of one invocation', () => {
  let bank: TestBank;
  let branch: TestBranch;
  const measured: { what: What; warm: number; cold: number }[] = [];
  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
  });
  afterEach(() => keepsItsPromises(bank));
  afterAll(async () => {
    await bank.stop();
    print(measured);
  });

  /** Does a thing on a cold instance, and then, by the same people, on the warm one; the first only warms up. */
  async function expectWithin(what: What, once: () => Promise<() => Promise<Told<unknown>>>): Promise<void> {
    const [rehearse, cold, warm] = [await once(), await once(), await once()];
    expectOk(await rehearse());
    await bank.cloud.recycle();
    const told = { cold: expectOk(await cold()), warm: expectOk(await warm()) };
    measured.push({ what, warm: told.warm.databaseRequests, cold: told.cold.databaseRequests });
    expect(told.cold.databaseRequests).toBeLessThanOrEqual(BUDGETS[what].cold);
    expect(told.warm.databaseRequests).toBeLessThanOrEqual(BUDGETS[what].warm);
    for (const { documentsExamined, documentsReturned } of Object.values(told))
      expect(documentsExamined).toBeLessThanOrEqual(documentsReturned * 1.1);
  }

  let names = 0;
  const newcomer = () => openPassbook(branch, `志愿者${++names}`);
  const checkIn = async (sessionId: string, holder: Holder, requestId?: string) => {
    const code = (await phoneOf(holder))(bank.now);
    return () => branch.teller.call('activity', 'checkIn', { sessionId, code }, requestId);
  };

  it('checking in somebody signed up', async () => {
    const sessionId = await holdActivity(branch);
    await expectWithin('check-in of someone signed up', async () => {
      const holder = await newcomer();
      await holder.person.do('activity', 'signUp', { sessionId, passbookId: holder.passbookId });
      return checkIn(sessionId, holder);
    });
  });

  it('checking in a walk-in', async () => {
    const sessionId = await holdActivity(branch);
    await expectWithin('check-in of a walk-in', async () => checkIn(sessionId, await newcomer()));
  });

  it('checking in, sent again', async () => {
    const sessionId = await holdActivity(branch);
    await expectWithin('check-in, sent again', async () => {
      const again = await checkIn(sessionId, await newcomer(), newRequestId());
      expectOk(await again());
      return again;
    });
  });

  it('checking out', async () => {
    const sessionId = await holdHours(branch);
    const holders = [await newcomer(), await newcomer(), await newcomer()];
    for (const holder of holders) expectOk(await scan(branch.teller, 'checkIn', sessionId, holder));
    bank.pass(HOUR);
    const left: (() => Promise<Told<unknown>>)[] = [];
    await expectWithin('check-out', async () => {
      const code = (await phoneOf(holders.pop()!))(bank.now);
      const requestId = newRequestId();
      left.push(() => branch.teller.call('activity', 'checkOut', { sessionId, code }, requestId));
      return left.at(-1)!;
    });
    await expectWithin('check-out, sent again', () => Promise.resolve(left.pop()!));
  });

  it('reserving, confirming, and both sent again', async () => {
    const { person, passbookId } = await richHolder(branch, '周桂兰', 'city');
    const input = { passbookId, rewardId: branch.masks, lots: 1 };
    const vouchers: string[] = [];
    const reserve = () => {
      const requestId = newRequestId();
      return async () => {
        const told = await person.call('redemption', 'reserve', input, requestId);
        if (told.ok) vouchers.push(told.data.voucher!);
        return told;
      };
    };
    await expectWithin('reserve', () => Promise.resolve(reserve()));
    const again = reserve();
    await again();
    await expectWithin('reserve, sent again', () => Promise.resolve(again));
    vouchers.splice(0, vouchers.length, ...new Set(vouchers));
    const confirm = () => {
      const [voucher, requestId] = [vouchers.pop()!, newRequestId()];
      return () => branch.merchant.call('redemption', 'confirm', { voucher }, requestId);
    };
    await expectWithin('confirm', () => Promise.resolve(confirm()));
    const confirmed = confirm();
    await confirmed();
    await expectWithin('confirm, sent again', () => Promise.resolve(confirmed));
  });

  it('the home screen', async () => {
    const { person } = await newcomer();
    await expectWithin('home screen', () => Promise.resolve(() => person.call('passbook', 'home', {})));
  });

  it('turning a page adds no more than three', async () => {
    const holder = await openRegular(branch, '老张', PAGE_LINES);
    const [first, second] = await holdSessions(branch, 2);
    const costs: number[] = [];
    for (const sessionId of [first!, second!]) {
      await holder.person.do('activity', 'signUp', { sessionId, passbookId: holder.passbookId });
      bank.pass(CODE_STEP_MS);
      // The session is in the instance's memory, by somebody else's check-in.
      expectOk(await (await checkIn(sessionId, await newcomer()))());
      costs.push(expectOk(await scan(branch.teller, 'checkIn', sessionId, holder)).databaseRequests);
    }
    const turned = await holder.person.do('passbook', 'pages', { passbookId: holder.passbookId });
    expect(turned.pages.map((page) => page.no)).toEqual([1]);
    expect(costs[0]! - costs[1]!).toBeLessThanOrEqual(PAGE_TURN);
    expect(costs[0]).toBeGreaterThan(costs[1]!);
  });

  it('do not grow when a hundred people check in to one session at once', async () => {
    const holders = await inTurns(20, 5, newcomer);
    const sessionId = await holdActivity(branch, { capacity: 200 });
    for (const { person, passbookId } of holders)
      await person.do('activity', 'signUp', { sessionId, passbookId });
    const scans = await Promise.all(holders.map((holder) => checkIn(sessionId, holder)));
    const told = await Promise.all(scans.map((one) => one()));
    expect(told.map(outcome)).toEqual(holders.map(() => 'ok'));
    const { warm, cold } = BUDGETS['check-in of someone signed up'];
    const costs = told.map((one) => one.databaseRequests).sort((a, b) => a - b);
    // As many instances as there are may be cold; nobody pays for a conflict.
    expect(costs.at(-1)).toBeLessThanOrEqual(cold);
    expect(costs.filter((cost) => cost <= warm).length).toBeGreaterThanOrEqual(holders.length - 4);
  });

  /** Makes so many times so many, one batch after the other. */
  async function inTurns<T>(turns: number, each: number, make: () => Promise<T>): Promise<T[]> {
    const made: T[] = [];
    for (let turn = 0; turn < turns; turn++)
      made.push(...(await Promise.all(Array.from({ length: each }, make))));
    return made;
  }
});

function expectOk<T>(told: Told<T>): Told<T> {
  if (!told.ok) throw new Error(`${told.code} ${JSON.stringify(told.details)}`);
  return told;
}

function print(measured: { what: What; warm: number; cold: number }[]): void {
  const rows = measured.map(({ what, warm, cold }) => {
    const { warm: mayWarm, cold: mayCold } = BUDGETS[what];
    return `${what.padEnd(32)} ${warm} / ${cold}   of ${mayWarm} / ${mayCold}`;
  });
  process.stdout.write(`\nDatabase requests, warm / cold\n${rows.join('\n')}\n`);
}
