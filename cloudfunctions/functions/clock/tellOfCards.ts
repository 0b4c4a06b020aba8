import { dayOf, type Instant, startOfDay } from '../../../types/day';
import { isOpen, reviewWindow } from '../../../types/reviewWindow';
import { allBranches } from '../../store/branches';
import { claimNotice } from '../../store/notices';
import { findCardInForce } from '../../store/rateCards';
import { attemptAll } from './attemptAll';

/** At the quarter's end holders are asked what they think of the card; on its first day, told of a new one. */
export async function tellOfCards(now: Instant, failed: string[]): Promise<number> {
  const today = dayOf(now);
  const window = reviewWindow(today);
  return attemptAll(await allBranches(), failed, async ({ _id: branchId }) => {
    const card = await findCardInForce(branchId, now, now);
    if (!card) return;
    const about = { branchId, topic: 'rateCard', at: now, sent: false } as const;
    if (card.effectiveOn === today && card.version > 1)
      await claimNotice({
        ...about,
        _id: `${card._id}:inForce`,
        title: '新的积分标准生效了',
        what: `第 ${card.version} 号积分标准`,
        page: `features/passbook/pages/rates/rates?version=${card.version}`,
      });
    const reviewed = await findCardInForce(branchId, Math.min(now, startOfDay(window.lastDay)), now);
    if (reviewed && isOpen(window, today))
      await claimNotice({
        ...about,
        _id: `${reviewed._id}:review:${window.quarter}`,
        title: '请您评一评积分标准',
        what: `第 ${reviewed.version} 号积分标准`,
        page: `features/council/pages/review/review?version=${reviewed.version}`,
      });
  });
}
