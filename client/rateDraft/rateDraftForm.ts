import { makeAutoObservable } from 'mobx';
import type { Category } from '../../types/entities';
import { type CardTerms, type RateChange, rateDifference } from '../../types/rateDifference';
import type { Input, RewardRow } from '../../types/routes';
import {
  draftErrors,
  draftFrom,
  type LevelDraft,
  newLevel,
  newRule,
  type RateDraft,
  type RuleDraft,
  termsOf,
} from './rateDraft';

/** A whole rate card while a person writes it: what they typed, what is wrong with it, what it changes. */
export class RateDraftForm {
  /** The card that the draft is compared with; null for the branch's first. */
  before: CardTerms | null = null;
  draft: RateDraft | null = null;
  explanation = '';
  isChecked = false;

  constructor() {
    makeAutoObservable(this);
  }

  /**
   * Begins with the card that the draft follows, and all of the branch's rewards to be priced.
   * @param terms what is written at first, if not what the card before says
   */
  begin(
    before: CardTerms | null,
    rewards: readonly RewardRow[],
    terms: CardTerms | null = before,
    explanation = '',
  ): void {
    this.before = before;
    this.draft = draftFrom(terms, rewards);
    this.explanation = explanation;
  }

  get changes(): RateChange[] {
    return this.draft ? rateDifference(this.before, termsOf(this.draft)) : [];
  }

  get errors(): Record<string, string> {
    const errors = this.draft ? draftErrors(this.draft) : {};
    return this.explanation.trim().length > 1000
      ? { ...errors, explanation: '说明最多 1000 个字。' }
      : errors;
  }

  get shownErrors(): Record<string, string> {
    return this.isChecked ? this.errors : {};
  }

  /** What the bank is sent of it. */
  get wording(): Pick<Input<'rates', 'publish'>, 'earning' | 'prices' | 'explanation'> {
    const { earning, prices } = this.draft ? termsOf(this.draft) : { earning: [], prices: [] };
    return {
      earning,
      prices: prices.map(({ rewardId, points }) => ({ rewardId, points })),
      explanation: this.explanation.trim(),
    };
  }

  /** The first part of the form, by its element's id, that has something wrong. */
  get firstWrong(): string | null {
    const places = Object.keys(this.errors);
    const rule = this.draft?.rules.find(({ id }) => places.some((place) => place.startsWith(`${id}.`)));
    if (rule) return this.placeOf(rule);
    const price = this.draft?.prices.findIndex(({ reward }) => places.includes(`price.${reward.id}`)) ?? -1;
    return price >= 0 ? `price-${price}` : null;
  }

  /** The id of the element that a rule is written in. */
  placeOf(rule: RuleDraft): string {
    return `rule-${this.draft?.rules.findIndex(({ id }) => id === rule.id) ?? 0}`;
  }

  rulesOf(category: Category): RuleDraft[] {
    return this.draft?.rules.filter((rule) => rule.category === category) ?? [];
  }

  addRule(category: Category): void {
    const known = [...(this.draft?.rules ?? []), ...(this.before?.earning ?? [])];
    this.draft?.rules.push(
      newRule(
        category,
        known.map((rule) => rule.id),
      ),
    );
  }

  changeRule(id: string, change: Partial<RuleDraft>): void {
    const rule = this.draft?.rules.find((each) => each.id === id);
    if (!rule) return;
    Object.assign(rule, change);
    if (rule.basis === 'award' && rule.levels.length === 0) this.addLevel(rule);
  }

  removeRule(id: string): void {
    if (this.draft) this.draft.rules = this.draft.rules.filter((rule) => rule.id !== id);
  }

  addLevel(rule: RuleDraft): void {
    const before = this.before?.earning.find(({ id }) => id === rule.id);
    const known = [...rule.levels, ...(before?.levels ?? [])];
    rule.levels.push(newLevel(known.map(({ level }) => level)));
  }

  changeLevel(level: LevelDraft, change: Partial<LevelDraft>): void {
    Object.assign(level, change);
  }

  removeLevel(rule: RuleDraft, level: LevelDraft): void {
    rule.levels = rule.levels.filter((each) => each !== level);
  }

  writePrice(rewardId: string, points: string): void {
    const price = this.draft?.prices.find(({ reward }) => reward.id === rewardId);
    if (price) price.points = points;
  }

  writeExplanation(explanation: string): void {
    this.explanation = explanation;
  }

  /** @returns whether the draft could be a card, and another than the one before */
  check(): boolean {
    this.isChecked = true;
    return Object.keys(this.errors).length === 0 && this.changes.length > 0;
  }
}
