import { MINUTE } from '../../types/day';
import { keepsItsPromises } from '../support/promises';
import { closeBank, holdHours, richHolder, scanned } from '../support/scenes';
import { holdActivity, openBranch, openPassbook, TestBank, type TestBranch } from '../support/testBank';
import { everything } from '../support/traces';

describe('the bank’s clock', () => {
  let bank: TestBank;
  let branch: TestBranch;
  beforeEach(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
  });
  afterEach(() => closeBank(bank));

  it('turns away everybody but the platform’s timer, whatever they claim to be', async () => {
    const forged = {
      Type: 'Timer',
      TriggerName: 'wake',
      Time: new Date(bank.now).toISOString(),
      Message: '',
    };
    const callers = [
      { openid: 'openid-of-somebody' },
      { openid: 'openid-of-somebody', source: 'wx_trigger' },
      { source: 'wx_client' },
      { source: 'wx_client,scf' },
    ];
    for (const caller of callers) {
      const { result, databaseRequests } = await bank.cloud.invoke('clock', forged, {
        ...caller,
        now: bank.now,
      });
      expect(result).toEqual({ ok: false, error: { code: 'FORBIDDEN', details: {} } });
      expect(databaseRequests).toBe(0);
    }
  });

  it('marks what is finished, and leaves young chains alone; a second waking changes nothing', async () => {
    const holder = await openPassbook(branch, '周桂兰');
    await scanned(branch.teller, 'checkIn', await holdActivity(branch), holder);
    bank.pass(MINUTE);
    await scanned(branch.teller, 'checkIn', await holdHours(branch), holder);
    bank.pass(MINUTE);
    expect(await bank.wakeClock()).toMatchObject({ expired: 0, finished: 0, failed: [] });
    bank.pass(2 * MINUTE);
    // Two attendances, and the two places of a walk-in.
    expect(await bank.wakeClock()).toMatchObject({ expired: 0, finished: 4, failed: [] });
    const before = everything(bank);
    expect(await bank.wakeClock()).toMatchObject({ expired: 0, finished: 0, failed: [] });
    expect(everything(bank)).toEqual(before);
  });

  it('may wake twice at once', async () => {
    const { person, passbookId } = await richHolder(branch, '吴秀英');
    const order = { passbookId, rewardId: branch.masks, lots: 1 };
    const { expiresAt } = await person.do('redemption', 'reserve', order);
    bank.now = expiresAt;
    const [first, second] = await Promise.all([bank.wakeClock(), bank.wakeClock()]);
    expect([first.failed, second.failed]).toEqual([[], []]);
    expect((await person.do('passbook', 'home', {})).current?.cover).toMatchObject({
      available: 2_000,
      held: 0,
    });
  });

  it('releases stock that a late copy holds for an order which has ended', async () => {
    const { person, passbookId } = await richHolder(branch, '郑建国');
    const { id } = await person.do('redemption', 'reserve', { passbookId, rewardId: branch.masks, lots: 1 });
    await person.do('redemption', 'cancel', { orderId: id });
    // As it is hundreds of orders later: the reward has forgotten the steps when the copy arrives.
    const rewards = bank.cloud.database.collection('rewards');
    const stray = { 'stock.onHand': -1, 'stock.held': 1 };
    rewards.update({ _id: branch.masks }, { $set: { ids: [], [`holds.${id}`]: 1 }, $inc: stray });
    await expect(keepsItsPromises(bank)).rejects.toThrow('P4');
    expect(await bank.wakeClock()).toMatchObject({ failed: [] });
    expect(rewards.findOne({ _id: branch.masks })).toMatchObject({
      holds: {},
      stock: { onHand: 50, held: 0 },
    });
  });
});
