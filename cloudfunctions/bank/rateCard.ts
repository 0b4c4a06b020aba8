import type {
  Category,
  Credit,
  EarningRule,
  PassbookKind,
  RateCard,
  RateInputs,
  RewardPrice,
} from '../../types/entities';
import { BankError } from '../../types/errors';
import type { Points } from '../../types/points';
import { canonicalJson, type Digest } from './canonical';

/** A deed, as the card prices it. */
export type Deed =
  | { basis: 'visit'; category: Category; kind: PassbookKind }
  | { basis: 'hour'; category: Category; kind: PassbookKind; minutes: number; earnedBefore: Points }
  | { basis: 'award'; ruleId: string; kind: PassbookKind; level: string };

/**
 * What a deed earns by the card, with the inputs it was computed from.
 * @throws BankError NO_EARNING_RULE when the card has no rule for this deed and kind of passbook
 */
export function creditFor(card: Pick<RateCard, 'earning' | 'version'>, deed: Deed): Credit {
  const rule = deed.basis === 'award' ? awardRule(card, deed) : ruleFor(card, deed);
  if (!rule) throw new BankError('NO_EARNING_RULE', {});
  const inputs = inputsOf(rule, deed);
  return { points: earned(rule, inputs), version: card.version, inputs };
}

/** The rule that pays a kind of passbook for a category; a card has at most one. */
export function ruleFor(
  card: Pick<RateCard, 'earning'>,
  deed: { basis: 'visit' | 'hour'; category: Category; kind: PassbookKind },
): EarningRule | undefined {
  return card.earning.find(
    (rule) => rule.basis === deed.basis && rule.category === deed.category && rule.kinds.includes(deed.kind),
  );
}

/**
 * What the reward costs by the card, all lots together.
 * @throws BankError REWARD_UNAVAILABLE when the card does not price it
 */
export function priceFor(
  card: RateCard,
  rewardId: string,
  lots: number,
): { price: RewardPrice; points: Points } {
  const price = card.prices.find((entry) => entry.rewardId === rewardId);
  if (!price) throw new BankError('REWARD_UNAVAILABLE', {});
  return { price, points: price.points * lots };
}

/**
 * The signed points that a line's stored inputs give under the card it names (promise P6).
 * @returns null when the card has no such rule or price
 */
export function recompute(card: RateCard, inputs: RateInputs): Points | null {
  if (inputs.basis === 'price') {
    const price = card.prices.find((entry) => entry.rewardId === inputs.rewardId);
    return price ? -price.points * inputs.lots : null;
  }
  const rule = card.earning.find((entry) => entry.id === inputs.ruleId);
  return rule ? earned(rule, inputs) : null;
}

/** A card's own hash covers all that is printed on it and the hash of the card before. */
export function cardHash(card: Omit<RateCard, 'hash'>, digest: Digest): string {
  return digest(canonicalJson(card));
}

/**
 * Refuses a card that would pay one deed by two rules, that leaves a rule without an amount, or that prints
 * what the bank would not keep: a cap on anything but hours, an award that is no outstanding contribution.
 * @throws BankError BAD_INPUT with the path of what is wrong
 */
export function checkCard(card: Pick<RateCard, 'earning' | 'prices'>): void {
  const rules = new Set<string>();
  const deeds = new Set<string>();
  card.earning.forEach((rule, index) => {
    const path = `earning.${index}`;
    if (rules.has(rule.id)) throw new BankError('BAD_INPUT', { path: `${path}.id` });
    rules.add(rule.id);
    if (rule.dailyCap > 0 && rule.basis !== 'hour')
      throw new BankError('BAD_INPUT', { path: `${path}.dailyCap` });
    if (rule.basis === 'award') {
      const levels = new Set(rule.levels.map((level) => level.level));
      if (rule.levels.length === 0 || levels.size !== rule.levels.length || rule.points !== 0)
        throw new BankError('BAD_INPUT', { path: `${path}.levels` });
      if (rule.category !== 'outstanding') throw new BankError('BAD_INPUT', { path: `${path}.category` });
      return;
    }
    if (rule.points === 0 || rule.levels.length > 0)
      throw new BankError('BAD_INPUT', { path: `${path}.points` });
    for (const kind of rule.kinds) {
      const deed = `${rule.basis}:${rule.category}:${kind}`;
      if (deeds.has(deed)) throw new BankError('BAD_INPUT', { path: `${path}.kinds` });
      deeds.add(deed);
    }
  });
  const priced = card.prices.map((price) => price.rewardId);
  const twice = priced.findIndex((rewardId, index) => priced.indexOf(rewardId) !== index);
  if (twice >= 0) throw new BankError('BAD_INPUT', { path: `prices.${twice}.rewardId` });
}

function awardRule(
  card: Pick<RateCard, 'earning'>,
  deed: { ruleId: string; kind: PassbookKind; level: string },
) {
  return card.earning.find(
    (rule) =>
      rule.id === deed.ruleId &&
      rule.basis === 'award' &&
      rule.kinds.includes(deed.kind) &&
      rule.levels.some((level) => level.level === deed.level),
  );
}

type DeedInputs = Exclude<RateInputs, { basis: 'price' }>;

function inputsOf(rule: EarningRule, deed: Deed): DeedInputs {
  switch (deed.basis) {
    case 'visit':
      return { basis: 'visit', ruleId: rule.id };
    case 'hour':
      return { basis: 'hour', ruleId: rule.id, minutes: deed.minutes, earnedBefore: deed.earnedBefore };
    case 'award':
      return { basis: 'award', ruleId: rule.id, level: deed.level };
  }
}

function earned(rule: EarningRule, inputs: DeedInputs): Points {
  switch (inputs.basis) {
    case 'visit':
      return rule.points;
    case 'award':
      return rule.levels.find((entry) => entry.level === inputs.level)?.points ?? 0;
    case 'hour': {
      const counted = Math.floor(inputs.minutes / rule.roundToMinutes) * rule.roundToMinutes;
      const full = Math.floor((counted * rule.points) / 60);
      return rule.dailyCap === 0 ? full : Math.max(0, Math.min(full, rule.dailyCap - inputs.earnedBefore));
    }
  }
}
