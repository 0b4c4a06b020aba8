import { HOUR, MINUTE } from '../../types/day';
import {
  giveAward,
  holdActivity,
  newRequestId,
  openBranch,
  openPassbook,
  showCode,
  TestBank,
  type TestBranch,
} from '../support/testBank';
import { keepsItsPromises } from '../support/promises';

describe('the bank opens: from an empty machine to a handed-over reward', () => {
  let bank: TestBank;
  let branch: TestBranch;
  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
  });
  afterEach(() => keepsItsPromises(bank));
  afterAll(() => bank.stop());

  it('opens one passbook, however often it is asked', async () => {
    const { person, passbookId } = await openPassbook(branch, '周桂兰');
    const again = await openPassbook(branch, '周桂兰');
    expect(again.passbookId).toBe(passbookId);
    const home = await person.do('passbook', 'home', {});
    expect(home.current?.cover).toMatchObject({ id: passbookId, name: '周桂兰', balance: 0 });
    expect(home.rateCard?.version).toBe(1);
  });

  it('credits a visit at check-in and prints the line', async () => {
    const { person, passbookId } = await openPassbook(branch, '周桂兰');
    const sessionId = await holdActivity(branch);
    await person.do('activity', 'signUp', { sessionId, passbookId });
    const scan = await branch.teller.do('activity', 'checkIn', {
      sessionId,
      code: await showCode(person, passbookId),
    });
    expect(scan).toMatchObject({ name: '周桂兰', outcome: 'credited', points: 100, version: 1 });
    const { current } = await person.do('passbook', 'home', {});
    expect(current?.page.lines).toMatchObject([
      { title: '洁净家园', category: 'basic', points: 100, balance: 100 },
    ]);
  });

  it('credits hours at check-out', async () => {
    const { person, passbookId } = await openPassbook(branch, '孙医生');
    const sessionId = await holdActivity(branch, {
      title: '义诊',
      category: 'professional',
      basis: 'hour',
      hours: 3,
    });
    const arrived = await branch.teller.do('activity', 'checkIn', {
      sessionId,
      code: await showCode(person, passbookId),
    });
    expect(arrived).toMatchObject({ outcome: 'in', points: 0 });
    bank.pass(2 * HOUR + 40 * MINUTE);
    const left = await branch.teller.do('activity', 'checkOut', {
      sessionId,
      code: await showCode(person, passbookId),
    });
    expect(left).toMatchObject({ outcome: 'credited', points: 500, minutes: 160 });
  });

  it('reserves a reward and hands it over once', async () => {
    const { person, passbookId } = await openPassbook(branch, '吴秀英');
    await giveAward(branch, passbookId);
    const order = await person.do('redemption', 'reserve', { passbookId, rewardId: branch.masks, lots: 1 });
    expect(order.state).toBe('reserved');
    expect((await person.do('passbook', 'home', {})).current?.cover).toMatchObject({
      balance: 2000,
      held: 500,
      available: 1500,
    });
    const voucher = order.voucher!;
    expect(await branch.merchant.do('redemption', 'identify', { voucher })).toMatchObject({
      rewardName: '口罩',
      name: '吴**',
    });
    const requestId = newRequestId();
    await branch.merchant.do('redemption', 'confirm', { voucher }, requestId);
    await branch.merchant.do('redemption', 'confirm', { voucher }, requestId);
    expect(await branch.merchant.refused('redemption', 'confirm', { voucher })).toBe('VOUCHER_USED');
    const { current } = await person.do('passbook', 'home', {});
    expect(current?.cover).toMatchObject({ balance: 1500, held: 0, available: 1500 });
    expect(current?.page.lines.at(-1)).toMatchObject({ title: '口罩 4 包', points: -500 });
  });
});
