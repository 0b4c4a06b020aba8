import { COUNCILLORS } from '../../localcloud/demo/council';
import { startOfDay } from '../../types/day';
import { cheaperRice } from '../support/council';
import {
  giveAward,
  hire,
  holdActivity,
  openBranch,
  openPassbook,
  showCode,
  type TestBranch,
} from '../support/testBank';
import { PHOTO } from '../support/photo';
import { acceptInvitation } from '../support/web/deeds';
import { stepByStep } from '../support/web/stepByStep';
import type { WebPhone } from '../support/web/webPhone';
import { WebStreet } from '../support/web/webStreet';

const [SECRETARY, , LEADER, , PROPOSER] = COUNCILLORS;
const RICE = '大米 5 kg';
const MINUTE = 60_000;
const MEETING_ENDS = startOfDay('2026-12-15') + 20 * 60 * MINUTE;
const IN_FORCE = startOfDay('2026-12-23');
const QUARTER_ENDS = startOfDay('2026-12-25') + 9 * 60 * MINUTE;

describe('the life of a rate card, through the screens', () => {
  let street: WebStreet;
  let branch: TestBranch;
  let proposalId = '';
  let masksOrder = '';
  const phones = new Map<string, WebPhone>();
  const complaints: string[] = [];
  const step = stepByStep();

  /** The person's phone, as they left it. */
  const phone = (name: string) => phones.get(name) ?? openPhone(name);
  async function openPhone(name: string): Promise<WebPhone> {
    const opened = await street.phone(name);
    phones.set(name, opened);
    return opened;
  }
  /** Everybody puts the phone away; at this moment they take it up again. */
  async function passUntil(moment: number): Promise<void> {
    await putAway();
    street.bank.passUntil(moment);
  }
  async function putAway(): Promise<void> {
    for (const each of phones.values()) {
      complaints.push(...each.complaints.map((complaint) => `${each.name}: ${complaint}`));
      await each.close();
    }
    phones.clear();
  }
  async function readsProposal(name: string): Promise<WebPhone> {
    const reader = await phone(name);
    await reader.goTo('features/council/pages/room/room');
    await reader.tap('大米便宜一点');
    await reader.sees('三方席位');
    return reader;
  }

  beforeAll(async () => {
    const names = COUNCILLORS.map(({ name }) => name);
    street = await WebStreet.open('council', ['street', 'manager-0211', '周桂兰', ...names]);
    branch = await openBranch(street.bank);
  });
  afterAll(() => street?.close());

  step('the street gives the branch a council and invites somebody onto a seat', async () => {
    const office = await phone('street');
    await office.tapTab('我的');
    await office.tap('工作台');
    await office.tap('人员');
    await office.tap('设立议事会');
    await office.sees('主任不能再直接发布');
    await office.picture('charter');
    await office.tap('设立议事会');
    await office.picture('charter-sheet');
    await office.tapInSheet('就这样设立');
    await office.sees('第 1 版章程已经生效');
    await office.tap('去请人入席');
    await office.sees('7 席，已有 0 人');
    await office.picture('seats-empty');
    await office.tap('空席');
    await office.type('对方的姓名', SECRETARY.name);
    await office.picture('seat-invitation');
    await office.tap('生成邀请码');
    await office.sees('这个码只显示这一次', '社区 第 1 席');
    const code = await office.reads(/GY3[-A-Z0-9]+/);
    const councillor = await phone(SECRETARY.name);
    await acceptInvitation(councillor, code, '13900000021');
    await councillor.tap('去议事厅');
    await councillor.sees('您是阿里山路0211储蓄所议事会委员：社区 第 1 席。');
    await councillor.picture('room-new');
  });

  step('a councillor drafts a whole card from the one in force, sees what changes, proposes', async () => {
    await furnish();
    const proposer = await phone(PROPOSER.name);
    await proposer.tapTab('我的');
    await proposer.tap('议事厅');
    await proposer.tap('提一个新标准');
    await proposer.sees('从第 1 号标准改起');
    await proposer.type('名字', '大米便宜一点');
    await proposer.type(`${RICE}（储蓄所柜台）`, '50');
    await proposer.sees(differs(RICE, '60', '50 分'));
    await proposer.picture('draft');
    await proposer.tap('看看影响');
    await proposer.sees('改了 1 处：', '如果前 90 天就用它：', '发出积分');
    await proposer.picture('draft-impact');
    await proposer.tapInSheet('提出');
    await proposer.sees('已提出');
    await proposer.tap('看提案');
    await proposer.sees('讨论中', differs(RICE, '60', '50 分'), '高大爷提出');
    await proposer.picture('proposal-new');
  });

  step('one comments, another amends it, and the new wording shows what it would have done', async () => {
    const reader = await readsProposal('宋老师');
    await reader.type('我的意见', '清雪又冷又累，每次给三分吧。');
    await reader.tap('发言');
    await reader.sees('大家怎么说（1）', '宋老师（社团骨干）');
    await reader.picture('proposal-comment');
    const amender = await readsProposal('马委员');
    await amender.sees('清雪又冷又累，每次给三分吧。');
    await amender.tap('修改');
    await amender.type('每次得几分', '3');
    await amender.sees(differs('基本活动 / 次', '1', '3 分'), differs(RICE, '60', '50 分'));
    await amender.tap('看看影响');
    await amender.tapInSheet('提交这一稿');
    await amender.sees('已改成第 2 稿');
    await amender.tap('看提案');
    await amender.sees('大米便宜一点（第 2 稿）', '马委员（社区）改成第 2 稿', '说的是第 1 稿');
    await amender.sees('如果前 90 天就用它', '121 分', '123 分', '志愿者·基本活动', '+2 分', '1 → 3 分');
    const [now, next] = await barWidths(amender);
    expect(now).toBeGreaterThan(0);
    expect(next).toBeGreaterThan(now!);
    await amender.picture('proposal-amended');
  });

  step('it is put to the vote, and a seat of each party votes online', async () => {
    const opener = await readsProposal(SECRETARY.name);
    await opener.tap('提交表决');
    await opener.sees('12月15日晚上 8 点截止');
    await opener.picture('open-sheet');
    await opener.tapInSheet('提交表决');
    await opener.sees('正在表决', '2 席，已投 0 席');
    for (const { name } of [SECRETARY, LEADER, PROPOSER]) {
      const voter = await readsProposal(name);
      await voter.tap('我要投票');
      await voter.choose('您的意见', '同意，按这一稿执行');
      await voter.tapInSheet('投同意票');
      await voter.sees('✓ 同意', '3 席，已投');
      await voter.picture(`voted-${name}`);
    }
  });

  step(
    'the manager enters the votes on paper with a photo; they count once another has checked them',
    async () => {
      const manager = await readsProposal('manager-0211');
      await manager.tap('录入会议投票');
      await manager.choose('马委员的票', '同意');
      await manager.choose('宋老师的票', '未到');
      await manager.choose('林阿姨的票', '反对');
      await manager.choose('唐大姐的票', '同意');
      await manager.type('记录（可以不填）', '十二月议事会，在活动室，到会六人。');
      await manager.givePhoto('加照片', PHOTO);
      await manager.sees('去掉第 1 张');
      await manager.picture('record');
      await manager.tap('录入');
      await manager.sees('录入 3 张纸质票？', '同意 2 张，反对 1 张，未到 1 席');
      await manager.tapInSheet('录入');
      await manager.sees('已录入，等人核对');
      await manager.tap('回到提案');
      await manager.sees('等一位委员核对', '3 席，已投 1 席');
      await manager.picture('recorded');
      const checker = await readsProposal('林阿姨');
      await checker.tap('核对并确认纸质票');
      await checker.sees('和纸上写的一样吗？');
      await checker.picture('minutes-sheet');
      await checker.tapInSheet('一样，计入这些票');
      await checker.sees('已核对，票已计入', '纸质票', '3 席，已投 3 席');
      await checker.picture('minutes-confirmed');
    },
  );

  step('when the time is over it is counted by party, and published', async () => {
    await passUntil(MEETING_ENDS + MINUTE);
    const counter = await readsProposal(LEADER.name);
    await counter.tap('计票');
    await counter.tapInSheet('计票');
    await counter.sees(
      '三方都通过。',
      '2 席全投：2 同意；过半，通过',
      '2 席投了 1 票：1 同意；过半，通过',
      '3 席全投：2 同意、1 反对；过半，通过',
      '第 2 号标准，12月23日起执行',
    );
    await counter.picture('passed');
    const manager = await phone('manager-0211');
    await manager.goTo('features/council/pages/history/history?branchId=0211');
    await manager.sees('公示中', '议事会三方表决通过', differs(RICE, '60', '50 分'));
    await manager.picture('history-publicity');
  });

  step(
    'an order before its midnight costs the old price, one after it the new, with no timer awake',
    async () => {
      await passUntil(IN_FORCE - 5 * MINUTE);
      masksOrder = await reserves('用 60 分兑换');
      await passUntil(IN_FORCE);
      await reserves('用 50 分兑换');
      const holder = await phone('周桂兰');
      await holder.goTo('features/redemption/pages/orders/orders');
      await holder.sees('60 分 · 储蓄所柜台', '50 分 · 储蓄所柜台');
      await holder.picture('orders');
      await holder.goTo(`features/redemption/pages/order/order?id=${masksOrder}`);
      await holder.sees('60 分，按积分标准第 1 号');
      await holder.goTo('features/passbook/pages/rates/rates');
      await holder.sees('第 2 号', '每次 3 分', '2/2 同意', '1/2 同意', '2/3 同意');
      await holder.picture('card');
    },
  );

  step('another proposal fails, as one party stays away', async () => {
    proposalId = await proposeAgain();
    await passUntil(QUARTER_ENDS);
    const reader = await phone('唐大姐');
    await reader.goTo(`features/council/pages/proposal/proposal?id=${proposalId}`);
    await reader.sees('表决时间到了，等待计票');
    await reader.tap('计票');
    await reader.tapInSheet('计票');
    await reader.sees('没有通过', '2 席都没有投票，不通过', '三方里有 2 方通过，要三方都通过才行。');
    await reader.picture('failed');
  });

  step('at the quarter’s end a holder says what she thinks of the card', async () => {
    const holder = await phone('周桂兰');
    await holder.tap('请您评一评积分标准');
    await holder.sees('您对第 2 号积分标准满意吗？');
    await holder.choose('满意吗', '4 星，满意');
    await holder.type('想说的话（可以不写）', '米价公道了。');
    await holder.picture('review');
    await holder.tap('提交评价');
    await holder.sees('您评了 4 星，满意。谢谢！下季度再来评。', '米价公道了。', '1 人评过');
    await holder.picture('reviewed');
    const reader = await readsProposal(SECRETARY.name);
    await reader.sees('1 人评，平均 4 星');
    await reader.picture('proposal-reviewed');
  });

  step('nothing went wrong inside on anybody’s page', async () => {
    await putAway();
    expect(complaints).toEqual([]);
  });

  /** Before anything is proposed: the other seats are taken, and somebody has points to spend. */
  async function furnish(): Promise<void> {
    for (const { seatId, name } of COUNCILLORS.slice(1))
      await hire(branch.street, street.bank.person(name), {
        role: 'councillor',
        branchId: branch.branchId,
        seatId,
        name,
      });
    const { person, passbookId } = await openPassbook(branch, '周桂兰');
    for (const level of ['street', 'street', 'community']) await giveAward(branch, passbookId, level);
    const sessionId = await holdActivity(branch);
    await branch.teller.do('activity', 'checkIn', { sessionId, code: await showCode(person, passbookId) });
  }

  /** @returns the order's id */
  async function reserves(words: string): Promise<string> {
    const holder = await phone('周桂兰');
    await holder.tapTab('兑换');
    await holder.tap(/^大米/);
    await holder.tap(words);
    await holder.tapInSheet('兑换');
    await holder.reads(/GY2-[-A-Z0-9]+/);
    return /id=(\w+)/.exec(holder.page.url())![1]!;
  }

  /** Puts the old price of rice to the vote again; the association's seats stay away. */
  async function proposeAgain(): Promise<string> {
    const council = {
      ...branch,
      seats: Object.fromEntries(COUNCILLORS.map(({ seatId, name }) => [seatId, street.bank.person(name)])),
    };
    const proposer = council.seats['community-1']!;
    const { proposalId: made } = await proposer.do('rates', 'propose', {
      branchId: branch.branchId,
      title: '每次还是一分',
      ...cheaperRice(branch),
    });
    await proposer.do('rates', 'open', { proposalId: made, revision: 1, closesOn: '2026-12-24' });
    for (const { seatId } of COUNCILLORS.filter(({ seatId }) => !seatId.startsWith('association')))
      await council.seats[seatId]!.do('rates', 'vote', {
        proposalId: made,
        revision: 1,
        seatId,
        choice: 'agree',
      });
    return made;
  }
});

/** One line of a difference: 大米 5 kg 60 → 50 分. */
function differs(subject: string, from: string, to: string): RegExp {
  return new RegExp(`^${subject}\\s*${from}\\s*→\\s*${to}$`);
}

/** How wide the first two bars in sight are drawn: what is issued by the card in force, and by the draft. */
function barWidths(reader: WebPhone): Promise<number[]> {
  return reader.page.evaluate(() =>
    [...document.querySelectorAll('[class*="fill"]')]
      .filter((bar) => bar.checkVisibility())
      .slice(0, 2)
      .map((bar) => bar.getBoundingClientRect().width),
  );
}
