import type { Impact } from '../../../types/routes';
import type { Points } from '../../../types/points';
import { categoryNames, kindNames } from '../../names';

/** `志愿者·专业服务`, and what it earned by either card. */
interface GroupFigure {
  name: string;
  before: Points;
  after: Points;
}

/** Who gains or loses, most first; groups that earn the same are only counted. */
export function groupFigures({ groups, byCategory }: Impact): { changed: GroupFigure[]; same: number } {
  const figures: GroupFigure[] = groups.map(({ kind, category, before, after }) => ({
    name: `${kindNames[kind]}·${categoryNames[category]}`,
    before,
    after,
  }));
  const outstanding = byCategory.find((entry) => entry.category === 'outstanding');
  const deeds = groups.filter((group) => group.category === 'outstanding');
  const awarded = {
    name: '荣誉奖励',
    before: (outstanding?.before ?? 0) - sum(deeds.map((group) => group.before)),
    after: (outstanding?.after ?? 0) - sum(deeds.map((group) => group.after)),
  };
  const all = awarded.before > 0 || awarded.after > 0 ? [...figures, awarded] : figures;
  const changed = all.filter(({ before, after }) => before !== after);
  return {
    changed: changed.sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before)),
    same: all.length - changed.length,
  };
}

/**
 * What the issued points would cost the branch in cents once they are spent, on what was taken in these days
 * and at either card's prices. Null if nothing was taken that still has a price.
 */
export function goodsCost({ issued, rewards }: Impact): { before: number; after: number } | null {
  const taken = rewards.filter(({ lots }) => lots > 0);
  const priced = taken.filter(({ after }) => after !== null);
  const worth = (cost: number, points: Points, spent: Points) => Math.round((cost / points) * spent);
  const [paidBefore, paidAfter] = [
    sum(taken.map(({ before }) => before)),
    sum(priced.map(({ after }) => after ?? 0)),
  ];
  if (paidBefore === 0 || paidAfter === 0) return null;
  return {
    before: worth(sum(taken.map(({ costCents }) => costCents)), paidBefore, issued.before),
    after: worth(sum(priced.map(({ costCents }) => costCents)), paidAfter, issued.after),
  };
}

/** `+8.2%`, `−3%`, `不变`; for something from nothing `新增`. */
export function shareWords(before: number, after: number): string {
  if (before === after) return '不变';
  if (before === 0) return '新增';
  const percent = Math.round(((after - before) / before) * 1000) / 10;
  return `${percent < 0 ? '−' : '+'}${Math.abs(percent)}%`;
}

/** `¥1,240` from cents, whole yuan. */
export function yuanWords(cents: number): string {
  return `¥${String(Math.round(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, ',')}`;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
