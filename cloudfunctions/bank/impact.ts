import sumBy from 'lodash/sumBy';
import { DAY, type Day, startOfDay } from '../../types/day';
import {
  CATEGORIES,
  type DaySummary,
  type DeedCount,
  PASSBOOK_KINDS,
  type RateCard,
  type Reward,
} from '../../types/entities';
import type { Points } from '../../types/points';
import type { Impact } from '../../types/routes';
import { creditFor, ruleFor } from './rateCard';

/** What a preview replays: a draft has the rules and prices of a card, no number yet. */
export type Draft = Pick<RateCard, 'earning' | 'prices'>;

/** What the branch has and owes beside its deeds. */
export interface Standing {
  rewards: readonly Pick<Reward, '_id' | 'name' | 'lot' | 'costCents' | 'stock'>[];
  outstanding: Points;
}

/**
 * Replays days under a draft: the same deeds, awards and orders, by other rules and prices. Counts what the bank
 * itself would have counted, rounding and daily caps included. Changes nothing.
 */
export function replay(
  days: readonly DaySummary[],
  draft: Draft,
  standing: Standing,
  from: Day,
  until: Day,
): Impact {
  const deeds = days.flatMap((day) => day.deeds);
  const groups = PASSBOOK_KINDS.flatMap((kind) =>
    CATEGORIES.map((category) => {
      const own = deeds.filter((deed) => deed.kind === kind && deed.category === category);
      return {
        kind,
        category,
        deeds: sumBy(own, ({ count, minutes }) => count * Math.max(1, minutes.length)),
        before: sumBy(own, (deed) => deed.points),
        after: sumBy(own, (deed) => deed.count * earnedInADay(draft, deed)),
      };
    }),
  ).filter((group) => group.deeds > 0);
  const awards = days.flatMap((day) => day.awards);
  const awarded = {
    before: sumBy(awards, (award) => award.points),
    after: sumBy(awards, ({ ruleId, level, count }) => count * awardPoints(draft, ruleId, level)),
  };
  const byCategory = CATEGORIES.map((category) => {
    const own = groups.filter((group) => group.category === category);
    const extra = category === 'outstanding' ? awarded : { before: 0, after: 0 };
    return {
      category,
      before: sumBy(own, (group) => group.before) + extra.before,
      after: sumBy(own, (group) => group.after) + extra.after,
    };
  });
  const weeks = (startOfDay(until) - startOfDay(from) + DAY) / (7 * DAY);
  const rewards = replayOrders(days, draft, standing, weeks);
  return {
    from,
    until,
    deeds: sumBy(groups, (group) => group.deeds) + sumBy(awards, (award) => award.count),
    issued: {
      before: sumBy(byCategory, (entry) => entry.before),
      after: sumBy(byCategory, (entry) => entry.after),
    },
    byCategory,
    groups,
    rewards,
    redeemed: {
      before: sumBy(rewards, (reward) => reward.before),
      after: sumBy(rewards, (reward) => reward.after ?? 0),
    },
    outstanding: standing.outstanding,
    stockWorth: sumBy(standing.rewards, ({ _id, stock }) => (priceOf(draft, _id) ?? 0) * stock.onHand),
  };
}

/** What one passbook earns by the draft on a day with these deeds; nothing where the draft has no rule. */
export function earnedInADay(draft: Draft, { category, basis, kind, minutes }: DeedCount): Points {
  if (!ruleFor(draft, { category, basis, kind })) return 0;
  const card = { ...draft, version: 0 };
  if (basis === 'visit') return creditFor(card, { basis, category, kind }).points;
  return minutes.reduce(
    (earned, session) =>
      earned + creditFor(card, { basis, category, kind, minutes: session, earnedBefore: earned }).points,
    0,
  );
}

function replayOrders(
  days: readonly DaySummary[],
  draft: Draft,
  { rewards }: Standing,
  weeks: number,
): Impact['rewards'] {
  const orders = days.flatMap((day) => day.orders);
  return rewards.map(({ _id, name, lot, costCents, stock }) => {
    const own = orders.filter((order) => order.rewardId === _id);
    const lots = sumBy(own, (order) => order.lots);
    const price = priceOf(draft, _id);
    return {
      rewardId: _id,
      name,
      lot,
      lots,
      before: sumBy(own, (order) => order.points),
      after: price === null ? null : price * lots,
      costCents: costCents * lots,
      onHand: stock.onHand,
      weeksOfStock: lots === 0 ? null : Math.round((stock.onHand / (lots / weeks)) * 10) / 10,
    };
  });
}

function awardPoints(draft: Draft, ruleId: string, level: string): Points {
  const rule = draft.earning.find((entry) => entry.id === ruleId && entry.basis === 'award');
  return rule?.levels.find((entry) => entry.level === level)?.points ?? 0;
}

function priceOf(draft: Draft, rewardId: string): Points | null {
  return draft.prices.find((price) => price.rewardId === rewardId)?.points ?? null;
}
