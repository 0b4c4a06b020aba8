import { addDays, dayOf, MINUTE, startOfDay } from '../../types/day';
import { giveAward, holdActivity, openBranch, openPassbook, showCode } from '../support/testBank';
import { misfits } from '../support/web/layout';
import type { WebBank } from '../support/web/webBank';
import { forgetToCheckOut } from '../support/web/forgottenHours';
import { WebStreet } from '../support/web/webStreet';

const HOLDER = '欧阳秀英兰';

/** Pages by who sees them; `:name` stands for something of the street. Each with a word that shows when it is ready. */
const pages: Record<string, Record<string, string>> = {
  stranger: {
    'passbook/tab/passbook': '开户建折',
    'passbook/pages/open/open': '手机号',
    'desk/pages/accept/accept': '邀请码',
    'desk/pages/setUp/setUp': '开行码',
  },
  [HOLDER]: {
    'passbook/tab/passbook': '出示签到码',
    'passbook/pages/code/code': '打不开？报存折号',
    'passbook/pages/lines/lines': '前面没有了',
    'passbook/pages/rates/rates': '口罩',
    'passbook/pages/close/close': '余下的',
    'passbook/pages/closings/closings': '当日公布码',
    'passbook/pages/acts/acts': '把兑换品交给了您',
    'activity/tab/activities': '冬季洁净家园义务劳动',
    'activity/pages/detail/detail?id=:session': '取消报名',
    'redemption/tab/catalogue': '够兑',
    'redemption/pages/reward/reward?id=:masks': '用 5 分兑换',
    'redemption/pages/orders/orders': '待领取',
    'redemption/pages/order/order?id=:order': '领到了？看看结果',
    'me/tab/me': '特大字',
    'me/pages/privacy/privacy': '隐私说明',
  },
  'teller-0211': {
    'desk/pages/home/home': '冬季洁净家园义务劳动',
    'desk/pages/scan/scan?sessionId=:session': '请扫签到码',
    'desk/pages/roster/roster?sessionId=:session': HOLDER,
    'desk/pages/publish/publish': '活动名称',
    'desk/pages/award/award': '查找',
    'desk/pages/passbooks/passbooks': '存折',
    'desk/pages/lines/lines?passbookId=:passbook': '第 1 页',
    'desk/pages/lapsed/lapsed': '确认工时',
    'desk/books/pages/closings/closings': '账平',
  },
  'manager-0211': {
    'desk/pages/awards/awards': '已经决定',
    'desk/pages/corrections/corrections': '等主任决定',
    'desk/pages/members/members': '便民超市',
    'desk/pages/invite/invite': '对方的姓名',
    'desk/pages/rewards/rewards': '入库',
    'desk/pages/newReward/newReward': '一份是多少',
    'desk/pages/rates/rates': '现在执行',
    'desk/pages/newRates/newRates': '从哪天起执行',
    'desk/pages/openFor/openFor': '企业',
    'desk/books/pages/trail/trail': '核销兑换单',
  },
  street: { 'desk/pages/branches/branches': '0211 号', 'desk/books/pages/audit/audit': '开始查账' },
  'merchant-0211': { 'merchant/pages/counter/counter': '请扫兑换码' },
};

/** A street with something on every page. */
async function furnish(bank: WebBank): Promise<Record<string, string>> {
  const branch = await openBranch(bank);
  const { person, passbookId } = await openPassbook(branch, HOLDER);
  for (const level of ['community', 'street']) await giveAward(branch, passbookId, level);
  const visit = await holdActivity(branch);
  await person.do('activity', 'signUp', { sessionId: visit, passbookId });
  await branch.teller.do('activity', 'checkIn', {
    sessionId: visit,
    code: await showCode(person, passbookId),
  });
  const session = await holdActivity(branch, { title: '冬季洁净家园义务劳动', startsIn: 3_600_000 });
  await person.do('activity', 'signUp', { sessionId: session, passbookId });
  const reserve = () => person.do('redemption', 'reserve', { passbookId, rewardId: branch.masks, lots: 1 });
  const { voucher } = await reserve();
  await branch.merchant.do('redemption', 'confirm', { voucher: voucher! });
  const { id: order } = await reserve();
  const { current } = await person.do('passbook', 'home', {});
  const [line] = current!.page.lines;
  await branch.teller.do('desk', 'correct', { passbookId, lineId: line!.id, reason: '发错了人，已经收回来' });
  await forgetToCheckOut(bank, branch, { person, passbookId });
  // The day's closing, so that it hangs out.
  const { result } = await bank.cloud.fireTimer<{ closed: number }>(
    'clock',
    startOfDay(addDays(dayOf(bank.now), 1)) + 20 * MINUTE,
  );
  expect(result).toMatchObject({ closed: 1, failed: [] });
  return { session, masks: branch.masks, order, passbook: passbookId };
}

describe('in the largest type', () => {
  let street: WebStreet;
  let things: Record<string, string>;
  beforeAll(async () => {
    street = await WebStreet.open('large', Object.keys(pages));
    things = await furnish(street.bank);
  });
  afterAll(() => street?.close());

  it.each(Object.entries(pages))('every page of %s holds', async (name, routes) => {
    const phone = await street.phone(name);
    await phone.tapTab('我的');
    await phone.tap('特大字');
    const wrong: string[] = [];
    for (const [route, word] of Object.entries(routes)) {
      await phone.goTo(`features/${route.replace(/:(\w+)/, (_, thing: string) => things[thing]!)}`);
      await phone.sees(word);
      await phone.picture(`${route.split('?')[0]!.split('/').slice(0, -1).join('-')}`);
      wrong.push(...(await misfits(phone.page)).map((misfit) => `${route}: ${misfit}`));
    }
    expect(wrong).toEqual([]);
    expect(phone.complaints).toEqual([]);
    await phone.close();
  });
});
