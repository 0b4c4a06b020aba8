import { makeAutoObservable, runInAction } from 'mobx';
import { addDays, type Day, dayOf } from '../../../types/day';
import { CATEGORIES, type Category, type EarningRule } from '../../../types/entities';
import type { PublicRateCard } from '../../../types/routes';
import type { BankClock } from '../../cloud/bankClock';
import type { CallCloud } from '../../cloud/callCloud';
import { hasErrors, textError } from '../../fieldErrors';
import { Progress } from '../../cloud/progress';
import { type DraftErrors, draftErrors, firstDraft, type SessionDraft, spanOf } from './sessionDraft';

export type Basis = 'visit' | 'hour';

export interface PublishedSession {
  id: string;
  draft: SessionDraft;
}

const MOST_SESSIONS = 20;
export const MOST_PEOPLE = 500;
const MOST_TITLE = 30;
const MOST_DESCRIPTION = 500;

/** An activity being written, held against what the card in force pays. */
export class PublishStore {
  branchId: string | null = null;
  card: PublicRateCard | null = null;
  title = '';
  description = '';
  chosenCategory: Category | null = null;
  chosenBasis: Basis | null = null;
  askFirst = false;
  drafts: SessionDraft[] = [];
  /** Whether what is wrong is shown: after the first attempt. */
  isChecked = false;
  published: { title: string; sessions: PublishedSession[] } | null = null;
  readonly loading = new Progress();
  readonly sending = new Progress();

  constructor(
    private readonly call: CallCloud,
    private readonly clock: BankClock,
  ) {
    makeAutoObservable<this, 'call' | 'clock'>(this, { call: false, clock: false });
  }

  /** Begins anew for a branch, with the card that says what its deeds earn. */
  async begin(branchId: string): Promise<void> {
    if (this.branchId !== branchId || this.published) this.clear(branchId);
    await this.loading.run(async () => {
      const card = await this.call('rates', 'current', { branchId });
      runInAction(() => (this.card = card));
    });
  }

  /** What the card pays volunteers for taking part. */
  get rules(): EarningRule[] {
    return (
      this.card?.earning.filter((rule) => rule.basis !== 'award' && rule.kinds.includes('volunteer')) ?? []
    );
  }

  get categories(): { category: Category; rules: EarningRule[] }[] {
    return CATEGORIES.map((category) => ({
      category,
      rules: this.rules.filter((rule) => rule.category === category),
    })).filter(({ rules }) => rules.length > 0);
  }

  /** The one chosen, or the only one there is. */
  get category(): Category | null {
    const { categories } = this;
    return this.chosenCategory ?? (categories.length === 1 ? categories[0]!.category : null);
  }

  /** The ways in which the category is paid. */
  get bases(): EarningRule[] {
    return this.rules.filter((rule) => rule.category === this.category);
  }

  get basis(): Basis | null {
    const chosen = this.bases.find((rule) => rule.basis === this.chosenBasis) ?? this.bases[0];
    return chosen && chosen.basis !== 'award' ? chosen.basis : null;
  }

  get errors(): Record<'title' | 'category' | 'description', string | undefined> {
    return {
      title: textError(this.title, '请填活动名称，如“洁净家园”。', MOST_TITLE),
      category: this.category && this.basis ? undefined : '请选一个类别。',
      description:
        this.description.trim().length > MOST_DESCRIPTION ? `最多 ${MOST_DESCRIPTION} 个字。` : undefined,
    };
  }

  get draftErrors(): DraftErrors[] {
    const now = this.clock.now();
    return this.drafts.map((draft) => draftErrors(draft, now));
  }

  get shownErrors(): Partial<PublishStore['errors']> {
    return this.isChecked ? this.errors : {};
  }

  shownDraftErrors(index: number): DraftErrors {
    return (this.isChecked && this.draftErrors[index]) || {};
  }

  get isComplete(): boolean {
    return !hasErrors(this.errors) && this.draftErrors.every((errors) => !hasErrors({ ...errors }));
  }

  get canAddSession(): boolean {
    return this.drafts.length < MOST_SESSIONS;
  }

  get today(): Day {
    return dayOf(this.clock.now());
  }

  write(part: Partial<Pick<PublishStore, 'title' | 'description' | 'askFirst'>>): void {
    Object.assign(this, part);
  }

  chooseCategory(category: Category): void {
    this.chosenCategory = category;
  }

  chooseBasis(basis: Basis): void {
    this.chosenBasis = basis;
  }

  changeDraft(index: number, part: Partial<SessionDraft>): void {
    this.drafts = this.drafts.map((draft, at) => (at === index ? { ...draft, ...part } : draft));
  }

  /** One more: as the last, a week later. */
  addSession(): void {
    const last = this.drafts.at(-1);
    if (last && this.canAddSession) this.drafts = [...this.drafts, { ...last, day: addDays(last.day, 7) }];
  }

  removeSession(index: number): void {
    this.drafts = this.drafts.filter((_, at) => at !== index);
  }

  async publish(): Promise<void> {
    this.isChecked = true;
    const { branchId, category, basis, drafts, askFirst } = this;
    if (!this.isComplete || !branchId || !category || !basis) return;
    const title = this.title.trim();
    const sessions = drafts.map((draft) => ({
      ...spanOf(draft),
      place: draft.place.trim(),
      capacity: draft.capacity,
    }));
    await this.sending.run(async () => {
      const { sessionIds } = await this.call(
        'activity',
        'publish',
        { branchId, title, description: this.description.trim(), category, basis, askFirst, sessions },
        { purpose: `publish:${branchId}` },
      );
      runInAction(() => {
        this.published = { title, sessions: sessionIds.map((id, index) => ({ id, draft: drafts[index]! })) };
      });
    });
  }

  private clear(branchId: string): void {
    this.branchId = branchId;
    this.card = null;
    this.title = this.description = '';
    this.chosenCategory = this.chosenBasis = null;
    this.askFirst = this.isChecked = false;
    this.published = null;
    this.sending.forget();
    this.drafts = [firstDraft(this.clock.now())];
  }
}
