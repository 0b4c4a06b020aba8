import { PAGE_LINES } from '../../cloudfunctions/bank/ledger';
import { CODE_STEP_MS } from '../../types/code';
import { DAY } from '../../types/day';
import type { Answer } from '../../types/routes';
import { EVERY_ACTION, Laboratory } from '../support/everyAction';
import { holdSessions, openRegular, phoneOf } from '../support/regular';
import { closeBank, type Holder } from '../support/scenes';
import {
  giveAward,
  newRequestId,
  openBranch,
  openPassbook,
  TestBank,
  type TestBranch,
} from '../support/testBank';

const SHORT = 10;
const PAGES = 15;
/** As far on its page as the short one, many pages later. */
const LONG = SHORT + PAGES * PAGE_LINES;

const COUNCILLORS = new Set(['propose', 'amend', 'comment', 'abandon', 'open', 'vote', 'confirmRecord']);
const TO_THE_QUARTERS_END = 38 * DAY;

describe('a bank that has grown', () => {
  let bank: TestBank;
  let branch: TestBranch;
  let beginner: Holder;
  let regular: Holder;
  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
    regular = await openRegular(branch, '常来的人', LONG);
    beginner = await openRegular(branch, '初来的人', SHORT);
    const { street, manager, branchId } = branch;
    for (let count = 0; count < 40; count++) {
      await openPassbook(branch, `居民${count}`);
      await street.do('desk', 'createBranch', { branchId: String(1_000 + count), name: '储蓄所' });
      await manager.do('desk', 'invite', {
        role: 'merchant',
        branchId,
        name: `店主${count}`,
        merchantName: `店${count}`,
      });
    }
  }, 120_000);
  afterAll(() => closeBank(bank));

  it(`costs the same to look into and to post on with ${SHORT} lines and with ${LONG}`, async () => {
    const [sessionId] = await holdSessions(branch, 1);
    const costs = [];
    for (const holder of [beginner, regular]) {
      const { person, passbookId } = holder;
      await person.do('activity', 'signUp', { sessionId: sessionId!, passbookId });
      bank.pass(2 * CODE_STEP_MS);
      const code = (await phoneOf(holder))(bank.now);
      await bank.cloud.recycle();
      costs.push([
        await cost(branch.teller.openid, 'activity', 'checkIn', { sessionId, code }),
        await cost(person.openid, 'passbook', 'home', {}),
        await cost(person.openid, 'redemption', 'reserve', { passbookId, rewardId: branch.masks, lots: 1 }),
        await cost(person.openid, 'passbook', 'home', {}),
      ]);
    }
    expect(costs[0]!.every(({ ok }) => ok)).toBe(true);
    expect(costs[1]).toEqual(costs[0]);
    const { pages } = await regular.person.do('passbook', 'pages', {
      passbookId: regular.passbookId,
      limit: 1,
    });
    expect(pages[0]!.no).toBe(PAGES);
  });

  describe('examines what it returns and no more', () => {
    let lab: Laboratory;
    beforeAll(async () => {
      await giveAward(branch, regular.passbookId, 'city');
      const { merchants } = await branch.manager.do('desk', 'merchants', { branchId: branch.branchId });
      lab = new Laboratory(branch, regular, merchants[0]!.id);
      // What is theirs must be found in a long history, and among what is others'.
      for (let order = 0; order < 30; order++) await lab.order();
    });

    const routes = Object.entries(EVERY_ACTION)
      .flatMap(([name, actions]) => Object.keys(actions).map((action) => [name, action] as const))
      // A bank is set up once, before it has grown.
      .filter(([, action]) => action !== 'setUp');
    it.each(routes)('in %s.%s', async (name, action) => {
      const build = EVERY_ACTION[name as keyof typeof EVERY_ACTION][action as never] as (
        lab: Laboratory,
      ) => unknown;
      const input = await build(lab);
      if (action === 'checkOut') bank.pass(CODE_STEP_MS);
      if (action === 'review') bank.pass(TO_THE_QUARTERS_END);
      const { ok, examined, returned } = await cost(callerOf(name, action), name, action, input);
      if (action === 'review') bank.pass(-TO_THE_QUARTERS_END);
      expect(ok).toBe(true);
      expect(examined).toBeLessThanOrEqual(returned * 1.1);
    });

    it('when the clock wakes', async () => {
      bank.pass(5 * 60_000);
      const { documentsExamined, documentsReturned } = await bank.cloud.fireTimer('clock', bank.now);
      expect(documentsReturned).toBeGreaterThan(50);
      expect(documentsExamined).toBeLessThanOrEqual(documentsReturned * 1.1);
    });

    /** Somebody who may do it. */
    function callerOf(name: string, action: string): string {
      const { teller, manager, merchant, street } = branch;
      if (name === 'desk' && ['createBranch', 'branches', 'charter', 'vacate', 'audit'].includes(action))
        return street.openid;
      if (name === 'rates' && COUNCILLORS.has(action))
        return bank.person(`resident-1-${branch.branchId}`).openid;
      if (name === 'rates' && ['suggest', 'review'].includes(action)) return lab.holder.person.openid;
      if (name !== 'rates' && ['open', 'accept', 'invitation'].includes(action))
        return bank.person(`新来的${action}`).openid;
      if (name === 'desk' || name === 'rates') return manager.openid;
      if (name === 'redemption' && ['identify', 'confirm', 'undo'].includes(action)) return merchant.openid;
      if (name === 'activity' && !['signUp', 'withdraw', 'list', 'get'].includes(action))
        return teller.openid;
      return lab.holder.person.openid;
    }
  });

  async function cost(openid: string, name: string, action: string, input: unknown) {
    const event = { action, input, requestId: newRequestId() };
    const { result, databaseRequests, documentsExamined, documentsReturned, aggregateExamined } =
      await bank.cloud.invoke<Answer<unknown>>(name, event, { openid, now: bank.now });
    return {
      route: `${name}.${action}`,
      ok: result.ok,
      databaseRequests,
      examined: documentsExamined,
      returned: documentsReturned,
      aggregateExamined,
    };
  }
});
