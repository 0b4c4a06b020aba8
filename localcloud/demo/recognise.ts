import type { Instant } from '../../types/day';
import { FENG, ZHOU_BRANCH } from './cast';
import type { Book, DemoBranch } from './demoBranch';
import { AWARD_RULE } from './rateCard';

type Level = 'community' | 'street';
type Decision = 'approved' | 'declined' | 'open';

const REASONS: readonly { daysAgo: number; level: Level; reason: string; to: Book['kind'] }[] = [
  { daysAgo: 108, level: 'community', reason: '连夜疏通雨水口，楼道没有进水', to: 'volunteer' },
  { daysAgo: 84, level: 'community', reason: '为社区捐赠防汛沙袋 200 个', to: 'enterprise' },
  { daysAgo: 61, level: 'street', reason: '发现燃气泄漏，及时疏散邻居', to: 'volunteer' },
  { daysAgo: 37, level: 'community', reason: '三个月坚持给独居老人送饭', to: 'volunteer' },
  { daysAgo: 16, level: 'community', reason: '组织暑期托管，照看孩子 30 名', to: 'organisation' },
];

/** What waits for the manager of the first branch today. */
const WAITING: readonly { reason: string; level: Level }[] = [
  { reason: '雨天背老人下楼就医', level: 'community' },
  { reason: '调解楼上楼下漏水纠纷，双方和好', level: 'community' },
];

const FROZEN_DAYS_AGO = 11;

/** Plans the outstanding contributions: proposed by a teller, decided by the manager the next day. */
export function planAwards(branch: DemoBranch): void {
  REASONS.forEach(({ daysAgo, level, reason, to }, index) => {
    const decision = branch.plan.id === '0213' && index === 3 ? 'declined' : 'approved';
    branch.agenda.plan(branch.at(daysAgo, 14, 2), (now) =>
      propose(branch, { to, level, reason }, decision, now),
    );
  });
  if (branch.plan.id !== ZHOU_BRANCH) return;
  for (const award of WAITING)
    branch.agenda.plan(branch.at(1, 15, 2), (now) =>
      propose(branch, { to: 'volunteer', ...award }, 'open', now),
    );
  branch.agenda.plan(branch.at(FROZEN_DAYS_AGO, 16), (now) => freezeFeng(branch, now));
}

async function propose(
  branch: DemoBranch,
  award: { to: Book['kind']; level: Level; reason: string },
  decision: Decision,
  now: Instant,
): Promise<void> {
  const { agenda, books, chance, tellers, manager } = branch;
  const { to, level, reason } = award;
  const worthy = books.filter(({ kind, frozen, resident }) => kind === to && !frozen && !resident.inStory);
  const [book] = chance.pickSome(worthy, 1, ({ resident }) => resident.zeal);
  if (!book) return;
  const { id, points } = await tellers[0].do(now, 'desk', 'award', {
    passbookId: book.passbookId,
    ruleId: AWARD_RULE,
    level,
    reason,
  });
  if (decision === 'open') return;
  const approved = decision === 'approved';
  agenda.plan(now + chance.whole(60, 110) * 600_000, async (at) => {
    await manager.do(at, 'desk', 'approve', { awardId: id, approved });
    if (approved) book.available += points;
  });
}

async function freezeFeng(branch: DemoBranch, now: Instant): Promise<void> {
  const book = branch.books.find(({ resident }) => resident.phone.openid === FENG.openid);
  if (!book) throw new Error('Feng has no passbook yet');
  const reason = '签到码疑似外借，正在核实';
  await branch.manager.do(now, 'desk', 'freeze', { passbookId: book.passbookId, reason });
  book.frozen = true;
}
