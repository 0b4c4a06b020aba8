import type { WebPhone } from './webPhone';

/** What people do on the screens that takes more than a press or two. Each begins where the one before ended. */

export interface Invited {
  role: '主任' | '柜员' | '商户';
  name: string;
  merchantName?: string;
}

/** On the people page: invites somebody. @returns the code that is shown once */
export async function invite(by: WebPhone, { role, name, merchantName }: Invited): Promise<string> {
  await by.tap('邀请');
  await by.tap(role);
  await by.type('对方的姓名', name);
  if (merchantName) await by.type('商户名称', merchantName);
  await by.tap('生成邀请码');
  await by.sees('这个码只显示这一次');
  return by.reads(/GY3[-A-Z0-9]+/);
}

/** From the first screen: takes the role that the code offers. */
export async function acceptInvitation(newcomer: WebPhone, code: string, phone: string): Promise<void> {
  await newcomer.tapTab('我的');
  await newcomer.tap('有邀请码？');
  await newcomer.type('邀请码', code);
  await newcomer.tap('查看邀请');
  await newcomer.type('您的手机号', phone);
  await newcomer.tap('我已阅读并同意《隐私说明》');
  await newcomer.tap('接受邀请');
  await newcomer.sees('已接受邀请');
}

export interface NewReward {
  name: string;
  lot: string;
  where: string;
  yuan: string;
}

/** On the rewards page: takes a reward in. */
export async function addReward(manager: WebPhone, { name, lot, where, yuan }: NewReward): Promise<void> {
  await manager.tap('新增兑换品');
  await manager.tap('物品');
  await manager.type('名称', name);
  await manager.type('一份是多少', lot);
  await manager.tap(where);
  await manager.type('一份的成本（元）', yuan);
  await manager.tap('新增');
  await manager.sees('已新增');
}

/** On the rate card's form: the branch's first card, with a price for the masks. */
export async function writeFirstRates(manager: WebPhone): Promise<void> {
  await manager.type('等级名称', '社区表扬');
  await manager.type('得几分', '20');
  await manager.type('每小时得几分', '2');
  await manager.type('每天最多几分', '8');
  await manager.type('每次得几分', '1');
  await manager.type('口罩 4 包（便民超市）', '5');
  await manager.type('说明（可以不填）', '11 月 15 日三方议定');
}

/** From the desk: publishes an activity paid by the visit, in the next full hour. */
export async function publishActivity(teller: WebPhone, title: string, place: string): Promise<void> {
  await teller.tap('发布活动');
  await teller.type('活动名称', title);
  await teller.tap('基本活动');
  await teller.type('地点', place);
  await teller.tap('发布');
  await teller.sees('发布成功');
}

/** From the first screen: opens a volunteer's passbook. */
export async function openPassbook(holder: WebPhone, name: string, phone: string): Promise<void> {
  await holder.tap('开户建折');
  await holder.type('姓名', name);
  await holder.type('手机号', phone);
  await holder.tap('我已阅读并同意《隐私说明》');
  await holder.tap('开户建折');
  await holder.sees('存折开好了');
}

/** From the desk: proposes an award for somebody, to be decided by the manager. */
export async function proposeAward(teller: WebPhone, name: string, reason: string): Promise<void> {
  await teller.tap('荣誉奖励');
  await teller.tap('申报荣誉奖励');
  await teller.type('存折号、姓名或手机号', name);
  await teller.tap('查找');
  await teller.tap(name);
  await teller.tap('社区表扬');
  await teller.type('事由', reason);
  await teller.tap('报给主任');
  await teller.sees('已经报给主任');
}
