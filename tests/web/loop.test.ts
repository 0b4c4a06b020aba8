import { SET_UP_CODE } from '../support/testBank';
import {
  acceptInvitation,
  addReward,
  invite,
  openPassbook,
  proposeAward,
  publishActivity,
  writeFirstRates,
} from '../support/web/deeds';
import { stepByStep } from '../support/web/stepByStep';
import type { WebPhone } from '../support/web/webPhone';
import { WebStreet } from '../support/web/webStreet';

const PEOPLE = ['街道', '王主任', '李柜员', '赵老板', '周桂兰'] as const;
type Person = (typeof PEOPLE)[number];

describe('the whole loop, through the screens', () => {
  let street: WebStreet;
  const phones = {} as Record<Person, WebPhone>;
  const codes = {} as Record<string, string>;
  const step = stepByStep();

  beforeAll(async () => {
    street = await WebStreet.open('loop', PEOPLE);
    for (const name of PEOPLE) phones[name] = await street.phone(name);
  });
  afterAll(() => street?.close());

  step('the street sets the bank up with the printed code', async () => {
    const office = phones.街道;
    await office.sees('开户建折');
    await office.picture('stranger');
    await office.tapTab('我的');
    await office.picture('me-stranger');
    await office.tap('有邀请码？');
    await office.tap('街道首次开通');
    await office.type('开行码', SET_UP_CODE);
    await office.type('银行名称', '长江公益银行');
    await office.type('街道名称', '长江路街道');
    await office.type('姓名', '刘主任');
    await office.type('手机号', '13900000001');
    await office.tap('我已阅读并同意《隐私说明》');
    await office.picture('set-up');
    await office.tap('开通');
    await office.sees('还没有储蓄所');
  });

  step('the street opens a branch and invites its manager', async () => {
    const office = phones.街道;
    await office.tap('新建储蓄所');
    await office.type('编号', '0211');
    await office.type('名称', '阿里山路储蓄所');
    await office.picture('new-branch');
    await office.tapInSheet('建好');
    await office.sees('阿里山路储蓄所开好了');
    await office.picture('branches');
    await office.tap('去邀请主任');
    codes.manager = await invite(office, { role: '主任', name: '王主任' });
    await office.picture('invitation');
  });

  step('the manager accepts, and invites a merchant and a teller', async () => {
    const manager = phones.王主任;
    await acceptInvitation(manager, codes.manager!, '13900000002');
    await manager.picture('accepted');
    await manager.tap('去工作台');
    await manager.sees('阿里山路储蓄所');
    await manager.tap('人员');
    codes.merchant = await invite(manager, { role: '商户', name: '赵老板', merchantName: '便民超市' });
    await manager.goBack();
    codes.teller = await invite(manager, { role: '柜员', name: '李柜员' });
    await manager.goBack();
    await manager.sees('发出的邀请');
    await manager.picture('members');
    await manager.goBack();
    await acceptInvitation(phones.赵老板, codes.merchant, '13900000003');
    await acceptInvitation(phones.李柜员, codes.teller, '13900000004');
  });

  step('the manager takes masks in and publishes the first rate card', async () => {
    const manager = phones.王主任;
    await manager.tap('兑换品与库存');
    await manager.picture('rewards-empty');
    await addReward(manager, { name: '口罩', lot: '4 包', where: '便民超市', yuan: '8' });
    await manager.picture('reward-added');
    await manager.tap('去入库');
    await manager.tap('入库');
    await manager.type('到了几份', '50');
    await manager.type('来历', '超市送货');
    await manager.tapInSheet('入库');
    await manager.sees('现在在库 50 份');
    await manager.picture('rewards');
    await manager.goBack();
    await manager.tap('积分标准');
    await manager.tap('发布新标准');
    await writeFirstRates(manager);
    await manager.picture('new-rates');
    await manager.tap('看看改了什么');
    await manager.sees('公布第 1 号积分标准？');
    await manager.picture('new-rates-review');
    await manager.tapInSheet('公布');
    await manager.sees('已公布');
    await manager.tap('看积分标准');
    await manager.sees('现在执行');
    await manager.picture('rates-in-force');
    await manager.goBack();
  });

  step('a volunteer opens a passbook', async () => {
    const holder = phones.周桂兰;
    await openPassbook(holder, '周桂兰', '13900000005');
    await holder.picture('passbook-opened');
    await holder.tap('看我的存折');
    await holder.sees('出示签到码');
    await holder.picture('passbook-new');
  });

  step('the teller publishes an activity, the volunteer signs up', async () => {
    const [teller, holder] = [phones.李柜员, phones.周桂兰];
    await teller.tap('去工作台');
    await teller.picture('desk-empty');
    await publishActivity(teller, '洁净家园', '小区南门');
    await teller.picture('published');
    await holder.tapTab('活动');
    await holder.sees('洁净家园');
    await holder.picture('activities');
    await holder.tap('洁净家园');
    await holder.sees('小区南门');
    await holder.picture('activity');
    await holder.tap('我要报名');
    await holder.sees('到时候出示签到码');
    await holder.picture('signed-up');
    await holder.tap('出示签到码');
    await holder.sees(/今天 10:00/);
    codes.checkIn = await holder.reads(/GY1\.[-.\dA-Z]+/);
    await holder.picture('code');
  });

  step('the teller scans it, green fills the screen, the passbook shows the line', async () => {
    const [teller, holder] = [phones.李柜员, phones.周桂兰];
    await teller.tap('打开这一场');
    await teller.sees('请扫签到码');
    await teller.picture('scan');
    await teller.scan('请扫签到码', codes.checkIn!);
    await teller.sees('签到成功', '周桂兰', '+1 分', '按积分标准第 1 号');
    await teller.picture('scan-credited');
    await holder.goBack();
    await holder.sees('已签到，积分已入账');
    await holder.picture('activity-come');
    await holder.goBack();
    await holder.sees('已签到');
    await holder.tapTab('存折');
    await holder.sees('洁净家园', '+1');
    await holder.picture('passbook-line');
  });

  step('refused scans say why, and what to do', async () => {
    const teller = phones.李柜员;
    await teller.tap('继续扫下一位');
    await teller.scan('请扫签到码', 'GY1.0211-000001-1.59000000.0000000000000000');
    await teller.sees('不是有效的签到码', '请对方打开“签到码”');
    await teller.picture('scan-refused');
    await teller.tap('继续扫下一位');
    await teller.scan('请扫签到码', codes.checkIn!);
    await teller.sees('已经签到过了', '没有重复记分');
    await teller.picture('scan-already');
    await teller.tap('继续扫下一位');
    await teller.picture('scan-recent');
    await teller.tap('看名单');
    await teller.sees('周桂兰');
    await teller.picture('roster');
  });

  step('the teller proposes an award, the manager approves it', async () => {
    const [teller, manager, holder] = [phones.李柜员, phones.王主任, phones.周桂兰];
    await teller.goTo('features/desk/pages/home/home');
    await teller.sees('洁净家园');
    await teller.picture('desk');
    await proposeAward(teller, '周桂兰', '救助落水儿童');
    await teller.picture('award-proposed');
    await manager.tap('荣誉奖励');
    await manager.tap('批准');
    await manager.sees('批准给周桂兰记 20 分？');
    await manager.picture('award-decide');
    await manager.tapInSheet('批准');
    await manager.sees('已批准');
    await manager.picture('awards');
    await holder.tapTab('我的');
    await holder.tapTab('存折');
    await holder.sees('+20');
    await holder.picture('passbook-award');
  });

  step('the volunteer reserves masks and is shown a voucher', async () => {
    const holder = phones.周桂兰;
    await holder.tapTab('兑换');
    await holder.sees('口罩');
    await holder.picture('catalogue');
    await holder.tap(/^口罩/);
    await holder.picture('reward');
    await holder.tap('用 5 分兑换');
    await holder.picture('reward-confirm');
    await holder.tapInSheet('兑换');
    codes.voucher = await holder.reads(/GY2-[-A-Z0-9]+/);
    await holder.picture('voucher');
  });

  step('the merchant types it, confirms, and the passbook shows −5', async () => {
    const [merchant, holder] = [phones.赵老板, phones.周桂兰];
    await merchant.tap('去核销');
    await merchant.picture('counter');
    await merchant.type('请扫兑换码', codes.voucher!);
    await merchant.tap('核对兑换码');
    await merchant.sees('请把这些交给顾客', '周**');
    await merchant.picture('hand-over');
    await merchant.tap('确认已交付');
    await merchant.sees('核销完成');
    await merchant.picture('handed-over');
    await merchant.tap('继续扫下一位');
    await merchant.scan('请扫兑换码', codes.checkIn!);
    await merchant.sees(/扫到的是签到码/);
    await merchant.picture('not-a-voucher');
    await merchant.tap('继续扫下一位');
    await merchant.scan('请扫兑换码', codes.voucher!);
    await merchant.sees(/兑换码已经用过/);
    await merchant.picture('voucher-used');
    await holder.tap('领到了？看看结果');
    await holder.sees('已领取');
    await holder.picture('order-done');
    await holder.goBack();
    await holder.tapTab('存折');
    await holder.sees('−5', '口罩 4 包');
    await holder.picture('passbook-redeemed');
  });

  step('nothing went wrong inside on anybody’s page', async () => {
    const complaints = Object.values(phones).flatMap((phone) =>
      phone.complaints.map((complaint) => `${phone.name}: ${complaint}`),
    );
    expect(complaints).toEqual([]);
  });
});
