import { giveAward, openBranch, openPassbook, type TestBranch } from '../support/testBank';
import type { WebBank } from '../support/web/webBank';
import type { WebPhone } from '../support/web/webPhone';
import { WebStreet } from '../support/web/webStreet';

describe('over a network that fails, and a bank that falls over', () => {
  let street: WebStreet;
  let bank: WebBank;
  let branch: TestBranch;
  let passbookId: string;
  beforeAll(async () => {
    street = await WebStreet.open('network', ['周桂兰', 'merchant-0211']);
    ({ bank } = street);
    branch = await openBranch(bank);
    ({ passbookId } = await openPassbook(branch, '周桂兰'));
    await giveAward(branch, passbookId);
  });
  afterAll(() => street?.close());

  /** Lets the bank do what is asked once, and loses its answer: `meanwhile` happens to the bank. */
  const loseAnswer = (
    phone: WebPhone,
    functionName: string,
    action: string,
    meanwhile: () => Promise<void>,
  ) => {
    let isLost = false;
    return phone.page.route(`**/functions/${functionName}`, async (route) => {
      const { action: asked } = route.request().postDataJSON() as { action: string };
      if (asked !== action || isLost) return route.continue();
      isLost = true;
      await route.fetch();
      await meanwhile();
      await route.abort();
    });
  };

  it('asks one function before the home screen shows', async () => {
    const phone = await street.phone('周桂兰');
    await phone.sees('出示签到码');
    let answered = 0;
    const release: (() => void)[] = [];
    await phone.page.route('**/functions/**', async (route) => {
      if (answered > 0) await new Promise<void>((resolve) => release.push(resolve));
      answered += 1;
      await route.continue();
    });
    phone.calls.length = 0;
    await phone.page.reload();
    await phone.sees('出示签到码', '周桂兰');
    expect(answered).toBe(1);
    expect(phone.calls[0]).toBe('passbook.home');
    release.forEach((go) => go());
    await phone.close();
  });

  it('reserves once, though the bank fell over before it answered and the person pressed again', async () => {
    const phone = await street.phone('周桂兰');
    await phone.tapTab('兑换');
    await phone.tap(/^口罩/);
    await phone.tap('用 5 分兑换');
    await loseAnswer(phone, 'redemption', 'reserve', () => bank.fall());
    await phone.tapInSheet('兑换');
    await phone.sees('没有收到银行的答复');
    await phone.picture('no-answer');
    await bank.comeBack();
    await phone.tap('用 5 分兑换');
    await phone.tapInSheet('兑换');
    await phone.reads(/GY2-[-A-Z0-9]+/);
    expect(await bank.person('周桂兰').do('redemption', 'orders', { passbookId })).toMatchObject({
      orders: [{ state: 'reserved', points: 500 }],
    });
    await phone.close();
  });

  it('hands a reward over once, though the bank was restarted before it answered', async () => {
    const holder = bank.person('周桂兰');
    const { orders } = await holder.do('redemption', 'orders', { passbookId });
    const phone = await street.phone('merchant-0211');
    await phone.tapTab('我的');
    await phone.tap('商户核销');
    await phone.scan('请扫兑换码', orders[0]!.voucher!);
    await phone.sees('请把这些交给顾客');
    await loseAnswer(phone, 'redemption', 'confirm', async () => {
      await bank.fall();
      await bank.comeBack();
    });
    await phone.tap('确认已交付');
    await phone.sees('核销完成');
    const { current } = await holder.do('passbook', 'home', {});
    expect(current!.cover).toMatchObject({ balance: 1500, held: 0 });
    expect(current!.page.lines.filter(({ points }) => points === -500)).toHaveLength(1);
    await phone.close();
  });
});
