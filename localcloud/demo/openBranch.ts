import { dayOf, MINUTE, type Instant } from '../../types/day';
import type { Input } from '../../types/routes';
import { type DemoBank, DemoPhone, NOTICE } from './demoBank';
import { DAYS, type DemoBranch, type Shelf } from './demoBranch';
import { inventPhone } from './people';
import { EARNING, EXPLANATION, REWARDS } from './rateCard';
import { BANK_NAME, STREET_NAME, STREET_OFFICER } from './street';

export const STREET_OPENID = 'demo-street-office';

/** Numbers of the staff's phones begin here. */
const STAFF_NUMBERS = 9000;

/** The street office sets up the bank with the code that was printed for it. */
export async function setUpStreet(bank: DemoBank, setUpCode: string, now: Instant): Promise<DemoPhone> {
  const street = new DemoPhone(bank, STREET_OPENID);
  await street.do(now, 'desk', 'setUp', {
    code: setUpCode,
    streetName: STREET_NAME,
    bankName: BANK_NAME,
    name: STREET_OFFICER,
    phone: inventPhone(STAFF_NUMBERS),
    consent: NOTICE,
  });
  return street;
}

/** Plans a branch's first day: its rewards, rate card no. 1. */
export function planOpening(branch: DemoBranch): void {
  branch.agenda.plan(branch.at(DAYS, 7), (now) => stockShelves(branch, now));
  branch.agenda.plan(branch.at(DAYS, 7.5), (now) => agreeOnCard(branch, now));
}

/** The street opens the branch and names its manager, who hires the others. */
export async function hireStaff(branch: DemoBranch, street: DemoPhone, now: Instant): Promise<void> {
  const { plan, manager, tellers, merchants } = branch;
  const branchId = plan.id;
  await street.do(now, 'desk', 'createBranch', { branchId, name: plan.name });
  let at = now;
  let number = STAFF_NUMBERS + Number(plan.id.slice(-1)) * 10;
  const hire = async (by: DemoPhone, phone: DemoPhone, input: Input<'desk', 'invite'>) => {
    const { code } = await by.do((at += MINUTE), 'desk', 'invite', input);
    number += 1;
    await phone.do((at += MINUTE), 'desk', 'accept', { code, phone: inventPhone(number), consent: NOTICE });
  };
  await hire(street, manager, { role: 'manager', branchId, name: plan.manager });
  for (const [index, teller] of tellers.entries())
    await hire(manager, teller, { role: 'teller', branchId, name: plan.tellers[index]! });
  for (const kind of ['market', 'barber', 'repairs'] as const) {
    const { owner, name } = plan.merchants[kind];
    await hire(manager, merchants[kind], { role: 'merchant', branchId, name: owner, merchantName: name });
  }
}

async function stockShelves(branch: DemoBranch, now: Instant): Promise<void> {
  const { plan, manager, shelves } = branch;
  const branchId = plan.id;
  const { merchants } = await manager.do(now, 'desk', 'merchants', { branchId });
  for (const reward of REWARDS) {
    const { name, kind, lot, description, provider, costCents } = reward;
    const merchant = provider === 'counter' ? null : plan.merchants[provider].name;
    const providerId = merchants.find((known) => known.name === merchant)?.id ?? `counter:${branchId}`;
    const offered = { branchId, name, kind, lot, description, providerId, costCents };
    const { id } = await manager.do(now, 'desk', 'addReward', offered);
    const shelf: Shelf = { rewardId: id, plan: reward, left: 0 };
    await receiveGoods(branch, shelf, now);
    shelves.push(shelf);
  }
}

/** A delivery comes in; for services, the month's appointments. */
export async function receiveGoods(branch: DemoBranch, shelf: Shelf, now: Instant): Promise<void> {
  const { delivery: lots, kind } = shelf.plan;
  const reason = kind === 'goods' ? '采购到货' : '服务商约定次数';
  await branch.manager.do(now, 'desk', 'stock', { rewardId: shelf.rewardId, kind: 'received', lots, reason });
  shelf.left += lots;
}

async function agreeOnCard(branch: DemoBranch, now: Instant): Promise<void> {
  await branch.manager.do(now, 'rates', 'publish', {
    branchId: branch.plan.id,
    effectiveOn: dayOf(now),
    earning: EARNING,
    prices: branch.shelves.map(({ rewardId, plan }) => ({ rewardId, points: plan.points })),
    explanation: EXPLANATION,
  });
}
