import { HOUR, type Instant, MINUTE } from '../../types/day';
import type { Choice } from '../../types/entities';
import type { Input } from '../../types/routes';
import { ZHOU_BRANCH } from './cast';
import { DemoPhone, NOTICE } from './demoBank';
import { type DemoBranch, staffOpenid } from './demoBranch';
import { inventPhone } from './people';
import { EARNING } from './rateCard';

/** Numbers of the councillors' phones begin here. */
const COUNCIL_NUMBERS = 9500;

/** Days ago. */
const CONVENED = 125;
const FIRST_PROPOSAL = 84;
const FIRST_DECISION = 80;

export const COUNCILLORS = [
  { seatId: 'community-1', name: '郑书记' },
  { seatId: 'community-2', name: '马委员' },
  { seatId: 'association-1', name: '姜队长' },
  { seatId: 'association-2', name: '宋老师' },
  { seatId: 'resident-1', name: '高大爷' },
  { seatId: 'resident-2', name: '林阿姨' },
  { seatId: 'resident-3', name: '唐大姐' },
] as const;

type SeatId = (typeof COUNCILLORS)[number]['seatId'];
type Wording = Pick<Input<'rates', 'propose'>, 'earning' | 'prices' | 'explanation'>;

/** Who has voted on what lies on the table; the others' seals are still dashed. */
const VOTES_SO_FAR: Partial<Record<SeatId, Choice>> = {
  'community-1': 'agree',
  'community-2': 'agree',
  'association-1': 'agree',
  'resident-1': 'agree',
  'resident-2': 'against',
};

export function councillorOpenid(seatId: SeatId): string {
  return staffOpenid(ZHOU_BRANCH, seatId);
}

/**
 * Plans the council of the first branch: convened early, one card agreed on since; now a vote is open on the next,
 * and another proposal is being talked about.
 * @param now the moment at which the street's history ends
 */
export function planCouncil(branch: DemoBranch, street: DemoPhone, now: Instant): void {
  const phones = Object.fromEntries(
    COUNCILLORS.map(({ seatId }) => [seatId, new DemoPhone(branch.bank, councillorOpenid(seatId))]),
  ) as Record<SeatId, DemoPhone>;
  const { agenda } = branch;
  agenda.plan(branch.at(CONVENED, 10), (at) => convene(branch, street, phones, at));
  agenda.plan(branch.at(FIRST_PROPOSAL, 10), (at) => agreeOnEggs(branch, phones, at));
  agenda.plan(branch.at(FIRST_DECISION, 19), (at) => decideOnEggs(branch, at));
  agenda.plan(now - 30 * HOUR, (at) => suggest(branch, at));
  agenda.plan(now - 3 * HOUR, (at) => putRiceToTheVote(branch, phones, at));
  agenda.plan(now - HOUR, (at) => talkOfBasicActivities(branch, phones, at));
}

async function convene(
  branch: DemoBranch,
  street: DemoPhone,
  phones: Record<SeatId, DemoPhone>,
  now: Instant,
): Promise<void> {
  const branchId = branch.plan.id;
  let at = now;
  await street.do(at, 'desk', 'charter', {
    branchId,
    seats: { community: 2, association: 2, resident: 3 },
    quorumPercent: 50,
    majorityPercent: 50,
    publicityDays: 7,
    meetingDay: 15,
    termMonths: 24,
  });
  for (const [index, { seatId, name }] of COUNCILLORS.entries()) {
    const invitation = { role: 'councillor', branchId, seatId, name } as const;
    const { code } = await street.do((at += MINUTE), 'desk', 'invite', invitation);
    const phone = inventPhone(COUNCIL_NUMBERS + index);
    await phones[seatId].do((at += MINUTE), 'desk', 'accept', { code, phone, consent: NOTICE });
  }
}

async function agreeOnEggs(
  branch: DemoBranch,
  phones: Record<SeatId, DemoPhone>,
  now: Instant,
): Promise<void> {
  const { proposalId } = await phones['resident-2'].do(now, 'rates', 'propose', {
    branchId: branch.plan.id,
    title: '鸡蛋便宜两分',
    ...wording(branch, { 鸡蛋: 1800 }, '鸡蛋是大家换得最多的，库存也够。'),
  });
  await phones['association-2'].do(now + HOUR, 'rates', 'comment', {
    proposalId,
    text: '同意，老人常换鸡蛋。',
  });
  await phones['community-1'].do(now + 2 * HOUR, 'rates', 'open', { proposalId, revision: 1 });
  let at = now + 3 * HOUR;
  for (const { seatId } of COUNCILLORS)
    await phones[seatId].do((at += MINUTE), 'rates', 'vote', {
      proposalId,
      revision: 1,
      seatId,
      choice: 'agree',
    });
}

async function decideOnEggs(branch: DemoBranch, now: Instant): Promise<void> {
  const branchId = branch.plan.id;
  const { proposals } = await branch.manager.do(now, 'rates', 'council', { branchId });
  for (const { proposalId, stage } of proposals)
    if (stage === 'voting') await branch.manager.do(now, 'rates', 'decide', { proposalId });
}

async function suggest(branch: DemoBranch, now: Instant): Promise<void> {
  const branchId = branch.plan.id;
  const residents = branch.books.filter((book) => book.kind === 'volunteer' && !book.resident.inStory);
  const texts = ['大米能不能便宜一点？', '修家电比较费工夫，多给一点吧。'];
  for (const [index, text] of texts.entries())
    await residents[index]?.resident.phone.do(now + index * MINUTE, 'rates', 'suggest', { branchId, text });
}

async function putRiceToTheVote(
  branch: DemoBranch,
  phones: Record<SeatId, DemoPhone>,
  now: Instant,
): Promise<void> {
  const branchId = branch.plan.id;
  const draft = wording(branch, { 鸡蛋: 1800, 大米: 5000 }, '米价降了；修家电、义诊费工夫，多给一点。', 250);
  const before = wording(branch, { 鸡蛋: 1800, 大米: 4500 }, '米价降了。');
  const { proposalId } = await phones['resident-1'].do(now, 'rates', 'propose', {
    branchId,
    title: '大米降价，专业服务加分',
    ...before,
  });
  const amendment = { proposalId, revision: 1, ...draft };
  await phones['association-1'].do(now + 10 * MINUTE, 'rates', 'amend', amendment);
  const text = '一次降到 45 分怕不够换，先到 50 分看看。';
  await phones['community-2'].do(now + 20 * MINUTE, 'rates', 'comment', { proposalId, text });
  await phones['community-1'].do(now + 30 * MINUTE, 'rates', 'open', { proposalId, revision: 2 });
  let at = now + 40 * MINUTE;
  for (const { seatId } of COUNCILLORS) {
    const choice = VOTES_SO_FAR[seatId];
    if (choice)
      await phones[seatId].do((at += MINUTE), 'rates', 'vote', { proposalId, revision: 2, seatId, choice });
  }
}

async function talkOfBasicActivities(
  branch: DemoBranch,
  phones: Record<SeatId, DemoPhone>,
  now: Instant,
): Promise<void> {
  const branchId = branch.plan.id;
  const { earning, ...rest } = wording(
    branch,
    { 鸡蛋: 1800 },
    '清雪、防汛又冷又累，和别的活动一样给 1 分太少。',
  );
  const { proposalId } = await phones['association-2'].do(now, 'rates', 'propose', {
    branchId,
    title: '基本活动每次 1.5 分',
    earning: earning.map((rule) => (rule.basis === 'visit' ? { ...rule, points: 150 } : rule)),
    ...rest,
  });
  const text = '先看看积分发得出去、收得回来吗。';
  await phones['resident-3'].do(now + 10 * MINUTE, 'rates', 'comment', { proposalId, text });
}

/** Card no. 1 with other prices by name, and another rate for an hour. */
function wording(
  branch: DemoBranch,
  prices: Record<string, number>,
  explanation: string,
  hourly?: number,
): Wording {
  return {
    earning: EARNING.map((rule) => (hourly && rule.basis === 'hour' ? { ...rule, points: hourly } : rule)),
    prices: branch.shelves.map(({ rewardId, plan }) => ({
      rewardId,
      points: prices[plan.name] ?? plan.points,
    })),
    explanation,
  };
}
