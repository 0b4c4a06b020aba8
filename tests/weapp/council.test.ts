import { startOfDay } from '../../types/day';
import { type CouncilBranch, openCouncil } from '../support/council';
import { WeappPhone } from '../support/phone/weappPhone';
import { PHOTO } from '../support/photo';
import { giveAward, openPassbook, TestBank } from '../support/testBank';

const MINUTE = 60_000;
const MEETING_ENDS = startOfDay('2026-12-15') + 20 * 60 * MINUTE;
const IN_FORCE = startOfDay('2026-12-23');

/** The council is seated through the functions: that the street does so on its screens is walked in the browser. */
describe('the life of a rate card in the mini program', () => {
  let bank: TestBank;
  let council: CouncilBranch;
  beforeAll(async () => {
    bank = await TestBank.open();
    council = await openCouncil(bank);
  });
  afterAll(() => bank.stop());

  /** The councillor of this seat with the proposal open. */
  async function reads(seatId: string): Promise<WeappPhone> {
    const phone = WeappPhone.open(bank, council.seats[seatId]!.openid);
    phone.tapTab('我的');
    await phone.tap(/^议事厅/);
    await phone.tap(/^大米便宜一点/);
    await phone.sees('改了什么', '三方席位');
    return phone;
  }

  async function reserves(words: string): Promise<WeappPhone> {
    const holder = WeappPhone.open(bank, bank.person('周桂兰').openid);
    holder.tapTab('兑换');
    await holder.tap(/^大米/);
    await holder.tap(words);
    await holder.tapInSheet('兑换');
    await holder.reads(/GY2-[-A-Z0-9]+/);
    return holder;
  }

  it('is drafted from the card in force, and proposed', async () => {
    const { passbookId } = await openPassbook(council, '周桂兰');
    for (const level of ['street', 'street', 'community']) await giveAward(council, passbookId, level);
    const phone = WeappPhone.open(bank, council.seats['resident-1']!.openid);
    phone.tapTab('我的');
    await phone.tap(/^议事厅/);
    await phone.tap('提一个新标准');
    await phone.type('名字', '大米便宜一点');
    await phone.type('大米 5 kg（储蓄所柜台）', '50');
    await phone.sees('大米 5 kg60→50 分');
    await phone.tap('看看影响');
    await phone.sees('改了 1 处：', '发出积分');
    await phone.tapInSheet('提出');
    await phone.sees('已提出');
    await phone.tap('看提案');
    await phone.sees('讨论中', '大米便宜一点（第 1 稿）', '大米 5 kg60→50 分', '发出积分');
  });

  it('is talked over and put to the vote', async () => {
    const reader = await reads('association-2');
    await reader.type('我的意见', '同意，米价也降了');
    await reader.tap('发言');
    await reader.sees('大家怎么说（1）', '同意，米价也降了');
    const opener = await reads('community-1');
    await opener.sees('同意，米价也降了');
    await opener.tap('提交表决');
    await opener.sees('12月15日晚上 8 点截止');
    await opener.tapInSheet('提交表决');
    await opener.sees('正在表决', '2 席，已投 0 席');
  });

  it('is voted on, online and on paper', async () => {
    for (const seatId of ['community-1', 'association-1', 'resident-1']) {
      const voter = await reads(seatId);
      await voter.tap('我要投票');
      await voter.choose('您的意见', '同意，按这一稿执行');
      await voter.tapInSheet('投同意票');
      await voter.sees('我的席位✓ 同意');
    }
    const manager = WeappPhone.open(bank, council.manager.openid);
    manager.tapTab('我的');
    await manager.tap(/^工作台/);
    await manager.tap('议事厅');
    await manager.tap(/^大米便宜一点/);
    await manager.tap('录入会议投票');
    for (const seatId of ['community-2', 'resident-2']) await manager.choose(`委员${seatId}的票`, '同意');
    await manager.choose('委员resident-3的票', '反对');
    await manager.choose('委员association-2的票', '未到');
    manager.keepPhoto(PHOTO);
    await manager.tap('加照片');
    await manager.sees('去掉第 1 张');
    await manager.tap('录入');
    await manager.tapInSheet('录入');
    await manager.sees('已录入，等人核对');
    const checker = await reads('resident-3');
    await checker.tap('核对并确认纸质票');
    await checker.tapInSheet('一样，计入这些票');
    await checker.sees('已核对，票已计入', '3 席，已投 3 席');
  });

  it('is decided by party once the time is over', async () => {
    bank.now = MEETING_ENDS;
    const counter = await reads('association-1');
    await counter.tap('计票');
    await counter.tapInSheet('计票');
    await counter.sees('三方都通过。', '2 席投了 1 票：1 同意；过半，通过', '第 2 号标准，12月23日起执行');
  });

  it('is in force from its midnight, and the next order costs the new price', async () => {
    bank.now = IN_FORCE - MINUTE;
    await reserves('用 60 分兑换');
    bank.now = IN_FORCE;
    const holder = await reserves('用 50 分兑换');
    await holder.sees('50 分，按积分标准第 2 号');
    holder.tapTab('我的');
    await holder.tap('我的兑换单');
    await holder.sees('60 分 · 储蓄所柜台', '50 分 · 储蓄所柜台');
  });

  it('is reviewed at the quarter’s end', async () => {
    bank.now = startOfDay('2026-12-25');
    const holder = WeappPhone.open(bank, bank.person('周桂兰').openid);
    await holder.tap('请您评一评积分标准');
    await holder.choose('满意吗', '4 星，满意');
    await holder.tap('提交评价');
    await holder.sees('您评了 4 星，满意。', '1 人评过');
  });
});
