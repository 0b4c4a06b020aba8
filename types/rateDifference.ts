import { type Category, PASSBOOK_KINDS, type PassbookKind, type RateCard } from './entities';

/** What a card says, without its number, dates and signatures. */
export interface CardTerms {
  earning: RateCard['earning'];
  prices: Pick<RateCard['prices'][number], 'rewardId' | 'name' | 'lot' | 'points'>[];
}

/** What changed, in the terms of deeds and rewards and not of rules' ids: labels are the reader's own. */
export type RateSubject =
  | { of: 'visit' | 'hour'; category: Category; kinds: PassbookKind[] }
  /** By the hour: minutes counted at a time. */
  | { of: 'roundToMinutes'; category: Category; kinds: PassbookKind[] }
  /** By the hour: points a day at most, 0 without a cap. */
  | { of: 'dailyCap'; category: Category; kinds: PassbookKind[] }
  | { of: 'award'; category: Category; title: string; kinds: PassbookKind[] }
  | { of: 'price'; rewardId: string; name: string; lot: string };

/** Points (minutes for `roundToMinutes`); null where the card says nothing of it. */
export interface RateChange {
  what: RateSubject;
  from: number | null;
  to: number | null;
}

/** One thing that a card says of one kind of passbook, or of one reward. */
interface Term {
  /** The same in both cards, for all kinds of passbook. */
  key: string;
  kind: PassbookKind | null;
  what: RateSubject;
  value: number;
}

/**
 * What is different between two cards, as a council reads it: what was earned for a deed and what a reward
 * cost, and what they shall. Kinds of passbook with the same change share a line.
 * @param before null for a branch's first card, all of which is new
 */
export function rateDifference(before: CardTerms | null, after: CardTerms): RateChange[] {
  const old = new Map((before ? termsOf(before) : []).map((term) => [idOf(term), term]));
  const fresh = new Map(termsOf(after).map((term) => [idOf(term), term]));
  const lines = new Map<string, RateChange>();
  for (const id of new Set([...fresh.keys(), ...old.keys()])) {
    const [from, to] = [old.get(id), fresh.get(id)];
    const term = (to ?? from)!;
    const change = { from: from?.value ?? null, to: to?.value ?? null };
    if (change.from === change.to || goesWithItsRule(term, change)) continue;
    const line = `${term.key}|${change.from}|${change.to}`;
    const shared = lines.get(line);
    if (!shared) lines.set(line, { what: term.what, ...change });
    else lines.set(line, { ...shared, what: sharedBy(shared.what, term.kind) });
  }
  return [...lines.values()].sort((a, b) => rank(a) - rank(b));
}

function termsOf({ earning, prices }: CardTerms): Term[] {
  return [
    ...earning.flatMap((rule) => rule.kinds.flatMap((kind) => ruleTerms(rule, kind))),
    ...prices.map(({ rewardId, name, lot, points }): Term => ({
      key: `price:${rewardId}`,
      kind: null,
      what: { of: 'price', rewardId, name, lot },
      value: points,
    })),
  ];
}

function ruleTerms(rule: RateCard['earning'][number], kind: PassbookKind): Term[] {
  const { category, basis } = rule;
  const kinds = [kind];
  if (basis === 'award')
    return rule.levels.map(({ level, title, points }) => ({
      key: `award:${category}:${rule.id}:${level}:${title}`,
      kind,
      what: { of: 'award', category, title, kinds },
      value: points,
    }));
  const term = (of: 'visit' | 'hour' | 'roundToMinutes' | 'dailyCap', value: number): Term => ({
    key: `${of}:${category}`,
    kind,
    what: { of, category, kinds },
    value,
  });
  if (basis === 'visit') return [term('visit', rule.points)];
  return [
    term('hour', rule.points),
    term('roundToMinutes', rule.roundToMinutes),
    term('dailyCap', rule.dailyCap),
  ];
}

function idOf({ key, kind }: Term): string {
  return `${key}|${kind ?? ''}`;
}

/** A rule that is new or gone says so itself; how it counts is told only where a new one counts in its own way. */
function goesWithItsRule({ what }: Term, { from, to }: Pick<RateChange, 'from' | 'to'>): boolean {
  if (what.of === 'roundToMinutes') return to === null || (from === null && to === 1);
  return what.of === 'dailyCap' && (to === null || (from === null && to === 0));
}

function sharedBy(what: RateSubject, kind: PassbookKind | null): RateSubject {
  if (what.of === 'price' || kind === null) return what;
  return { ...what, kinds: PASSBOOK_KINDS.filter((each) => each === kind || what.kinds.includes(each)) };
}

/** Earning before prices; otherwise in the order of the new card, what is gone last. */
function rank({ what, to }: RateChange): number {
  return (what.of === 'price' ? 2 : 0) + (to === null ? 1 : 0);
}
