import { richHolder } from '../support/scenes';
import { holdActivity, openBranch, showCode, type TestBranch } from '../support/testBank';
import { forgetToCheckOut } from '../support/web/forgottenHours';
import type { WebPhone } from '../support/web/webPhone';
import { WebStreet } from '../support/web/webStreet';

const DESK = 'features/desk/pages/home/home';
const COUNTER = 'features/merchant/pages/counter/counter';

describe('what was wrong is taken back, through the screens', () => {
  let street: WebStreet;
  let branch: TestBranch;
  let holder: Awaited<ReturnType<typeof richHolder>>;
  let phone: WebPhone;
  beforeAll(async () => {
    const people = ['manager-0211', 'teller-0211', 'merchant-0211', '周桂兰'];
    street = await WebStreet.open('corrections', people);
    branch = await openBranch(street.bank);
    holder = await richHolder(branch, '周桂兰');
    const sessionId = await holdActivity(branch);
    const code = await showCode(holder.person, holder.passbookId);
    await branch.otherTeller.do('activity', 'checkIn', { sessionId, code });
    await forgetToCheckOut(street.bank, branch, holder);
    phone = await street.phone('周桂兰');
  });
  afterAll(() => street?.close());

  it('hours of a forgotten check-out: the teller asks, takes half an hour off, and confirms', async () => {
    const teller = await street.phone('teller-0211');
    await teller.goTo(DESK);
    await teller.sees('确认工时', '1');
    await teller.picture('desk');
    await teller.tap('确认工时');
    await teller.sees('3 小时', /张柜员扫码/, /前确认/);
    await teller.picture('lapsed');
    await teller.tap('确认工时');
    await teller.sees('给周桂兰记 3 小时？');
    await teller.tap('记多少分钟减少');
    await teller.sees('给周桂兰记 2.5 小时？');
    await teller.picture('lapsed-confirm');
    await teller.tapInSheet('确认工时');
    await teller.sees('已确认。周桂兰记 2.5 小时，5 分。', '没有要确认的工时');
    await teller.picture('lapsed-none');
    expect(teller.complaints).toEqual([]);
    await teller.close();
  });

  it('a wrong line: the teller proposes, the manager approves, the holder reads why', async () => {
    const teller = await street.phone('teller-0211');
    await teller.goTo(DESK);
    await teller.tap('存折查询');
    await teller.type('找谁的存折', '周桂兰');
    await teller.tap('查询');
    await teller.tap('明细与更正');
    await teller.sees('第 1 页', '社区表扬');
    await teller.picture('lines');
    await teller.tap('更正');
    await teller.sees('更正“义诊”这一笔？');
    await teller.tapInSheet('报给主任');
    await teller.sees('请写明错在哪里');
    await teller.type('错在哪里', '本人没有到场');
    await teller.picture('correct');
    await teller.tapInSheet('报给主任');
    await teller.sees('已经报给主任', '待批准');
    await teller.picture('corrected');

    const manager = await street.phone('manager-0211');
    await manager.goTo(DESK);
    await manager.tap('更正');
    await manager.sees('等主任决定　1 件', '李柜员提出');
    await manager.picture('corrections');
    await manager.tap('批准');
    await manager.sees('批准更正，收回周桂兰 5 分？');
    await manager.picture('correction-decide');
    await manager.tapInSheet('批准');
    await manager.sees('已冲正。从周桂兰的存折收回 5 分。', '已经决定');
    await manager.picture('corrections-decided');

    await phone.tapTab('我的');
    await phone.tapTab('存折');
    await phone.sees('已冲正', /冲正 11\.20 一笔 · 本人没有到场/);
    await phone.picture('passbook-reversed');
    await phone.tap(/冲正 11\.20 一笔/);
    await phone.sees('冲正：收回记错的一笔', '原因');
    await phone.picture('line-reversed');
    for (const { complaints } of [teller, manager]) expect(complaints).toEqual([]);
    await teller.close();
    await manager.close();
  });

  it('what was handed over by mistake: the merchant undoes it, the points are back', async () => {
    const { person, passbookId } = holder;
    const order = await person.do('redemption', 'reserve', { passbookId, rewardId: branch.masks, lots: 1 });
    const merchant = await street.phone('merchant-0211');
    await merchant.goTo(COUNTER);
    await merchant.scan('请扫兑换码', order.voucher!);
    await merchant.tap('确认已交付');
    await merchant.sees('核销完成', '发错了？15 分钟内可撤销');
    await merchant.picture('handed-over');
    await merchant.tap('继续扫下一位');
    await merchant.picture('handed-over-list');
    await merchant.tap('撤销');
    await merchant.sees('请先把东西收回来');
    await merchant.picture('undo-ask');
    await merchant.tapInSheet('撤销核销');
    await merchant.sees('已撤销');
    await merchant.picture('undone-list');
    expect(merchant.complaints).toEqual([]);
    await merchant.close();
    await phone.goTo('features/redemption/pages/orders/orders');
    await phone.sees('已退回');
    await phone.picture('orders');
    await phone.tap(/^口罩/);
    await phone.sees('领取已撤销');
    await phone.picture('order-undone');
  });

  it('a passbook that is given up: first said what happens, then asked once more', async () => {
    // The quarter of an hour in which all of this can be taken back is not over: said, and waited for.
    await phone.goTo('features/passbook/pages/close/close');
    await phone.sees('余下的 21 分怎么办？');
    await phone.tap(/^捐给本所/);
    await phone.picture('close');
    await phone.tap('销户');
    await phone.sees('捐出 21 分，并销掉这本存折？');
    await phone.tap('我明白：销户以后不能恢复，也不能再存取。');
    await phone.picture('close-ask');
    await phone.tapInSheet('销户');
    await phone.sees('刚才的一笔还在可以撤销的时间里');
    await phone.picture('close-busy');
    expect(phone.complaints).toEqual([]);
  });
});
