import { makeAutoObservable, runInAction } from 'mobx';
import type { PublicRateCard } from '../../../types/routes';
import { Progress } from '../../cloud/progress';
import type { CallCloud } from '../../cloud/callCloud';
import { CallError } from '../../cloud/CallError';
import { textError } from '../../fieldErrors';
import { RateDraftForm } from '../../rateDraft/rateDraftForm';

/** What a draft is written for: a new proposal, taking up a suggestion perhaps, or the next wording of one. */
export interface DraftFor {
  branchId: string;
  proposalId?: string;
  suggestionId?: string;
}

/** A proposal while it is written: a whole card, beginning with the newest one. */
export class DraftStore {
  readonly form = new RateDraftForm();
  /** The newest card, with which the draft is compared. */
  before: PublicRateCard | null = null;
  title = '';
  /** What a resident asked for, whose wish this takes up. */
  suggestion: string | null = null;
  /** Of the proposal that is amended: the wording that it has. */
  revision: number | null = null;
  /** What was made: the proposal's id, and the number of its wording. */
  sent: { proposalId: string; revision: number } | null = null;
  readonly loading = new Progress();
  readonly sending = new Progress();
  private purpose: DraftFor | null = null;

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  async begin(purpose: DraftFor): Promise<void> {
    const { branchId, proposalId, suggestionId } = purpose;
    await this.loading.run(async () => {
      const [{ cards }, { rewards }, amended, wishes] = await Promise.all([
        this.call('rates', 'history', { branchId }),
        this.call('desk', 'rewards', { branchId }),
        proposalId ? this.call('rates', 'proposal', { proposalId }) : null,
        suggestionId ? this.call('rates', 'suggestions', { branchId }) : null,
      ]);
      const [newest] = cards;
      if (!newest) throw new CallError('NO_RATE_CARD', {});
      const wording = amended?.revisions.find(({ revision }) => revision === amended.revision);
      runInAction(() => {
        this.purpose = purpose;
        this.before = newest;
        this.title = amended?.title ?? '';
        this.revision = amended?.revision ?? null;
        this.suggestion = wishes?.suggestions.find(({ id }) => id === suggestionId)?.text ?? null;
        this.form.begin(newest, rewards, wording, wording?.explanation);
      });
    });
  }

  get titleError(): string | undefined {
    if (this.revision !== null) return undefined;
    return textError(this.title, '请给提案起个名字，比如“大米便宜一点”。', 30);
  }

  get errors(): Record<string, string | undefined> {
    const { form, titleError } = this;
    return form.isChecked ? { ...form.errors, title: titleError } : {};
  }

  writeTitle(title: string): void {
    this.title = title;
  }

  /** @returns whether it can be put to the council as it is */
  check(): boolean {
    this.sending.forget();
    return this.form.check() && !this.titleError;
  }

  async send(): Promise<void> {
    const { purpose, revision, form } = this;
    if (!purpose || !this.check()) return;
    const { branchId, proposalId, suggestionId } = purpose;
    await this.sending.run(async () => {
      const sent =
        proposalId && revision !== null
          ? await this.call(
              'rates',
              'amend',
              { proposalId, revision, ...form.wording },
              { purpose: `amend:${proposalId}:${revision}` },
            )
          : await this.call(
              'rates',
              'propose',
              {
                branchId,
                title: this.title.trim(),
                ...(suggestionId ? { suggestionId } : {}),
                ...form.wording,
              },
              { purpose: `propose:${branchId}` },
            );
      runInAction(() => (this.sent = { revision: 1, ...sent }));
    });
  }
}
