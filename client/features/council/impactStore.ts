import { makeAutoObservable, runInAction } from 'mobx';
import type { Impact, Input } from '../../../types/routes';
import { CallError, type CallErrorCode } from '../../cloud/CallError';
import type { CallCloud } from '../../cloud/callCloud';

/** Ninety days are counted again: it may take a while. */
const TIMEOUT_MS = 30_000;
/** Councillors, the manager and holders may see it. */
const FOR_OTHERS: readonly CallErrorCode[] = ['FORBIDDEN', 'PASSBOOK_NEEDED', 'NO_IDENTITY'];

/** What a draft would have done in the days before. It comes after the page and never stands in its way. */
export class ImpactStore {
  impact: Impact | null = null;
  error: unknown = null;
  isLoading = false;
  /** Nobody to whom the bank tells it. */
  isForOthers = false;
  private latest = 0;

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call' | 'latest'>(this, { call: false, latest: false });
  }

  async load(branchId: string, draft: Pick<Input<'rates', 'preview'>, 'earning' | 'prices'>): Promise<void> {
    const turn = ++this.latest;
    const prices = draft.prices.map(({ rewardId, points }) => ({ rewardId, points }));
    this.isLoading = true;
    this.impact = null;
    this.error = null;
    try {
      const input = { branchId, earning: draft.earning, prices };
      const impact = await this.call('rates', 'preview', input, { timeoutMs: TIMEOUT_MS, tries: 2 });
      if (turn === this.latest) runInAction(() => (this.impact = impact));
    } catch (error) {
      if (turn !== this.latest) return;
      const isForOthers = error instanceof CallError && FOR_OTHERS.includes(error.code);
      runInAction(() => {
        this.isForOthers = isForOthers;
        this.error = isForOthers ? null : error;
      });
    } finally {
      if (turn === this.latest) runInAction(() => (this.isLoading = false));
    }
  }
}
