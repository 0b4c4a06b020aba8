import { makeAutoObservable, runInAction } from 'mobx';
import type { Day } from '../../../types/day';
import type { Category } from '../../../types/entities';
import { type RateChange, rateDifference } from '../../../types/rateDifference';
import type { PublicRateCard } from '../../../types/routes';
import type { CallCloud } from '../../cloud/callCloud';
import { Progress } from './progress';
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

/** A branch's next rate card, written whole and published once. */
export class RateDraftStore {
  branchId = '';
  /** The card that the draft follows; null for the branch's first. */
  before: PublicRateCard | null = null;
  draft: RateDraft | null = null;
  effectiveOn: Day = '';
  explanation = '';
  isChecked = false;
  published: PublicRateCard | null = null;
  readonly loading = new Progress();
  readonly sending = new Progress();

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  /** Begins a draft after the newest card, with all of the branch's rewards to be priced. */
  async begin(branchId: string, before: PublicRateCard | null, earliest: Day): Promise<void> {
    await this.loading.run(async () => {
      const { rewards } = await this.call('desk', 'rewards', { branchId });
      runInAction(() => {
        this.branchId = branchId;
        this.before = before;
        this.draft = draftFrom(before, rewards);
        this.effectiveOn = earliest;
      });
    });
  }

  get version(): number {
    return (this.before?.version ?? 0) + 1;
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

  chooseDay(day: Day): void {
    this.effectiveOn = day;
  }

  /** @returns whether the draft can be published as it is */
  check(): boolean {
    this.isChecked = true;
    this.sending.forget();
    return Object.keys(this.errors).length === 0 && this.changes.length > 0;
  }

  async publish(): Promise<void> {
    if (!this.draft || !this.check()) return;
    const { branchId, effectiveOn } = this;
    const { earning, prices } = termsOf(this.draft);
    const input = {
      ...{ branchId, effectiveOn, earning },
      prices: prices.map(({ rewardId, points }) => ({ rewardId, points })),
      explanation: this.explanation.trim(),
    };
    await this.sending.run(async () => {
      const published = await this.call('rates', 'publish', input, { purpose: `publishRates:${branchId}` });
      runInAction(() => (this.published = published));
    });
  }
}
