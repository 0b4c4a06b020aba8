import {
  giveAward,
  holdActivity,
  openBranch,
  openPassbook,
  showCode,
  type TestBranch,
} from '../support/testBank';
import { stepByStep } from '../support/web/stepByStep';
import type { WebPhone } from '../support/web/webPhone';
import { WebStreet } from '../support/web/webStreet';

describe('the passbook tab on a phone of 390 by 844', () => {
  let street: WebStreet;
  let branch: TestBranch;
  let phone: WebPhone;
  let passbookId: string;
  const step = stepByStep();
  beforeAll(async () => {
    street = await WebStreet.open('in-sight', ['周桂兰']);
    branch = await openBranch(street.bank);
    ({ passbookId } = await openPassbook(branch, '周桂兰'));
    for (const _ of [1, 2]) await giveAward(branch, passbookId);
    await checkIn('洁净家园');
    phone = await street.phone('周桂兰');
  });
  afterAll(() => street?.close());

  const person = () => street.bank.person('周桂兰');
  async function checkIn(title: string): Promise<void> {
    const sessionId = await holdActivity(branch, { title, startsIn: 60_000 });
    await branch.teller.do('activity', 'checkIn', { sessionId, code: await showCode(person(), passbookId) });
  }

  step('shows the newest line whole above the button, with today’s session beside it', async () => {
    await phone.sees('今天', '已签到');
    await phone.picture('session');
    expect(await gapUnder(phone, '洁净家园')).toBeGreaterThan(0);
  });

  step('and frozen, too: the button grows quiet, and words say why and what to do', async () => {
    await branch.manager.do('desk', 'freeze', { passbookId, reason: '核实身份' });
    await phone.goTo('features/me/tab/me');
    await phone.tapTab('存折');
    await phone.sees('存折已冻结，不能签到和兑换', '请联系储蓄所问明原因');
    await phone.picture('frozen');
    expect(await gapUnder(phone, '洁净家园')).toBeGreaterThan(0);
    const [background] = await phone.page
      .getByRole('button', { name: '出示签到码' })
      .evaluateAll((buttons) => buttons.map((button) => getComputedStyle(button).backgroundColor));
    expect(background).toBe('rgb(255, 255, 255)');
  });
});

/** How far the last line of this name ends above the button, in px. */
function gapUnder(phone: WebPhone, summary: string): Promise<number> {
  return phone.page.evaluate((words) => {
    const button = [...document.querySelectorAll('taro-button-core')].find((each) => each.checkVisibility())!;
    const line = [...document.querySelectorAll('[role="button"]')]
      .filter((each) => each.textContent?.includes(words) && each.textContent.includes('+'))
      .at(-1)!;
    return button.getBoundingClientRect().top - line.getBoundingClientRect().bottom;
  }, summary);
}
