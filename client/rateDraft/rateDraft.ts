import {
  CATEGORIES,
  type Category,
  type EarningRule,
  PASSBOOK_KINDS,
  type PassbookKind,
} from '../../types/entities';
import { formatPoints, parsePoints, type Points } from '../../types/points';
import type { CardTerms } from '../../types/rateDifference';
import type { RewardRow } from '../../types/routes';

/** A card's terms while they are being written: amounts as typed. */
export interface RateDraft {
  rules: RuleDraft[];
  prices: PriceDraft[];
}

export interface RuleDraft {
  id: string;
  category: Category;
  basis: EarningRule['basis'];
  kinds: PassbookKind[];
  points: string;
  roundToMinutes: number;
  /** Empty without a cap. */
  dailyCap: string;
  levels: LevelDraft[];
}

export interface LevelDraft {
  level: string;
  title: string;
  points: string;
}

/** A reward's price; empty while it has none and cannot be had. */
export interface PriceDraft {
  reward: Pick<RewardRow, 'id' | 'name' | 'lot' | 'providerName'>;
  points: string;
}

const MOST_POINTS: Points = 1_000_000;
const USUAL_BASIS: Record<Category, EarningRule['basis']> = {
  outstanding: 'award',
  professional: 'hour',
  basic: 'visit',
};
const typed = (points: Points) => (points === 0 ? '' : formatPoints(points));

/** Starts from the card before; for a branch's first one, a rule for each category, its amounts left to write. */
export function draftFrom(before: CardTerms | null, rewards: readonly RewardRow[]): RateDraft {
  const rules = before?.earning.map((rule): RuleDraft => ({
    ...rule,
    kinds: [...rule.kinds],
    points: typed(rule.points),
    dailyCap: typed(rule.dailyCap),
    levels: rule.levels.map((level) => ({ ...level, points: typed(level.points) })),
  }));
  return {
    rules: rules ?? CATEGORIES.map((category) => newRule(category, [])),
    prices: rewards.map((reward) => {
      const price = before?.prices.find(({ rewardId }) => rewardId === reward.id);
      return { reward, points: typed(price?.points ?? 0) };
    }),
  };
}

/** @param taken ids that stand for other rules */
export function newRule(category: Category, taken: readonly string[]): RuleDraft {
  const basis = USUAL_BASIS[category];
  return {
    id: freeId(category, taken),
    category,
    basis,
    kinds: [...PASSBOOK_KINDS],
    points: '',
    roundToMinutes: 30,
    dailyCap: '',
    levels: basis === 'award' ? [newLevel([])] : [],
  };
}

export function newLevel(taken: readonly string[]): LevelDraft {
  return { level: freeId('level', taken), title: '', points: '' };
}

/** The draft as a card would say it. What is not filled in properly yet counts as not said. */
export function termsOf({ rules, prices }: RateDraft): CardTerms {
  return {
    earning: rules.map((rule) => ({
      ...rule,
      points: rule.basis === 'award' ? 0 : (parsePoints(rule.points) ?? 0),
      roundToMinutes: rule.basis === 'hour' ? rule.roundToMinutes : 1,
      dailyCap: rule.basis === 'hour' ? (parsePoints(rule.dailyCap) ?? 0) : 0,
      levels:
        rule.basis === 'award'
          ? rule.levels.map((level) => ({
              level: level.level,
              title: level.title.trim(),
              points: parsePoints(level.points) ?? 0,
            }))
          : [],
    })),
    prices: prices.flatMap(({ reward: { id, name, lot }, points }) => {
      const price = parsePoints(points);
      return price ? [{ rewardId: id, name, lot, points: price }] : [];
    }),
  };
}

/** What is wrong, by place: `<rule>.points`, `<rule>.<level>.title`, `price.<reward>`. Empty when nothing is. */
export function draftErrors({ rules, prices }: RateDraft): Record<string, string> {
  const errors: Record<string, string> = {};
  const tell = (place: string, error: string | undefined) => {
    if (error) errors[place] = error;
  };
  rules.forEach((rule, index) => {
    tell(`${rule.id}.kinds`, kindsError(rule, rules.slice(0, index)));
    if (rule.basis !== 'award') tell(`${rule.id}.points`, pointsError(rule.points));
    if (rule.basis === 'hour' && rule.dailyCap.trim() && !isZero(rule.dailyCap))
      tell(`${rule.id}.dailyCap`, pointsError(rule.dailyCap));
    if (rule.basis === 'award') for (const level of rule.levels) tellOfLevel(rule, level, tell);
    if (rule.basis === 'award' && rule.levels.length === 0) tell(`${rule.id}.levels`, '请至少写一个等级。');
  });
  for (const { reward, points } of prices) if (points.trim()) tell(`price.${reward.id}`, pointsError(points));
  if (rules.length === 0) tell('rules', '请至少写一条怎样得分。');
  return errors;
}

function tellOfLevel(
  rule: RuleDraft,
  { level, title, points }: LevelDraft,
  tell: (place: string, error: string | undefined) => void,
): void {
  const length = title.trim().length;
  const isWhole = length > 0 && length <= 20;
  tell(`${rule.id}.${level}.title`, isWhole ? undefined : '请填等级名称，最多 20 个字。');
  tell(`${rule.id}.${level}.points`, pointsError(points));
}

function kindsError(rule: RuleDraft, before: readonly RuleDraft[]): string | undefined {
  if (rule.kinds.length === 0) return '请至少选一种存折。';
  const isTwice = before.some(
    (other) =>
      rule.basis !== 'award' &&
      other.basis === rule.basis &&
      other.category === rule.category &&
      other.kinds.some((kind) => rule.kinds.includes(kind)),
  );
  return isTwice ? '上面已经有一条给同一种存折计分，请去掉重复的。' : undefined;
}

function pointsError(text: string): string | undefined {
  const points = parsePoints(text);
  if (!points) return '请填分数，如 2 或 2.5，最多两位小数。';
  return points > MOST_POINTS ? '最多 10000 分。' : undefined;
}

function isZero(text: string): boolean {
  return parsePoints(text) === 0;
}

function freeId(stem: string, taken: readonly string[]): string {
  for (let no = 1; ; no++) if (!taken.includes(`${stem}-${no}`)) return `${stem}-${no}`;
}
