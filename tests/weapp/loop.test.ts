import { WeappPhone } from '../support/phone/weappPhone';
import { giveAward, holdActivity, openBranch, TestBank, type TestBranch } from '../support/testBank';

describe('the built mini program, page by page', () => {
  let bank: TestBank;
  let branch: TestBranch;
  let holder: WeappPhone;
  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
    holder = WeappPhone.open(bank, branch.bank.person('周桂兰').openid);
  });
  afterAll(() => bank.stop());

  it('opens a passbook', async () => {
    await holder.tap('开户建折');
    await holder.type('姓名', '周桂兰');
    await holder.type('手机号', '13800000001');
    await holder.tap('开户建折');
    await holder.sees('同意以后才能开户');
    await holder.tap('我已阅读并同意《隐私说明》');
    await holder.tap('开户建折');
    await holder.sees('存折开好了', '0211-000001-1', '阿里山路0211储蓄所');
    await holder.tap('看我的存折');
    await holder.sees('长江公益银行', '周桂兰', '出示签到码');
    expect(holder.route).toBe('features/passbook/tab/passbook');
  });

  it('checks a volunteer in who signed up, by the code on the phone', async () => {
    const teller = WeappPhone.open(bank, branch.teller.openid);
    await holdActivity(branch);
    holder.tapTab('活动');
    await holder.tap('洁净家园');
    await holder.tap('我要报名');
    await holder.sees('到时候出示签到码');
    await holder.tap('出示签到码');
    const code = await holder.reads(/GY1\.[-.\dA-Z]+/);

    teller.tapTab('我的');
    await teller.tap('工作台');
    await teller.tap('扫码签到 · 洁净家园');
    await teller.sees('刚才扫的');
    teller.holdToCamera(code);
    await teller.tap('扫码签到');
    await teller.sees('签到成功', '周桂兰', '+1 分', '按积分标准第 1 号');
    holder.goBack();
    holder.goBack();
    holder.tapTab('存折');
    await holder.sees('洁净家园', '+1');

    teller.holdToCamera('GY2-AAAA-BBBB-CCCC-DDDD');
    await teller.tap('继续扫下一位');
    await teller.sees('不是有效的签到码', '扫到的是兑换码');
    teller.holdToCamera(code);
    await teller.tap('继续扫下一位');
    await teller.sees('已经签到过了', '没有重复记分');
  });

  it('reserves a reward and hands it over', async () => {
    const merchant = WeappPhone.open(bank, branch.merchant.openid);
    await giveAward(branch, '0211-000001-1');
    holder.tapTab('兑换');
    await holder.tap(/^口罩/);
    await holder.tap('用 5 分兑换');
    await holder.sees('5 分先留着，领到东西才扣');
    await holder.tap('兑换');
    const voucher = await holder.reads(/GY2-[-A-Z0-9]+/);

    merchant.tapTab('我的');
    await merchant.tap('商户核销');
    merchant.holdToCamera(voucher);
    await merchant.tap('扫兑换码');
    await merchant.sees('请把这些交给顾客', '口罩 4 包', '周**');
    await merchant.tap('确认已交付');
    await merchant.sees('核销完成');
    await holder.tap('领到了？看看结果');
    await holder.sees('已领取');
    holder.goBack();
    holder.tapTab('存折');
    await holder.sees('口罩 4 包', '−5');
  });

  it('shows the code without a network', async () => {
    holder.isOffline = true;
    await holder.tap('出示签到码');
    await holder.reads(/GY1\.0211-000001-1\.[.\dA-Z]+/);
    holder.goBack();
    holder.isOffline = false;
  });
});
