import { makeAutoObservable, runInAction } from 'mobx';
import type { CorrectionRow } from '../../../types/routes';
import { isRefusal } from '../../cloud/CallError';
import type { CallCloud } from '../../cloud/callCloud';
import { Progress } from '../../cloud/progress';

/** A branch's corrections: those that wait for the manager, and what became of the others. */
export class CorrectionsStore {
  corrections: CorrectionRow[] | null = null;
  /** What the manager is about to decide. */
  deciding: { correction: CorrectionRow; approved: boolean } | null = null;
  /** What was decided just now. */
  decided: CorrectionRow | null = null;
  readonly loading = new Progress();
  readonly sending = new Progress();

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  get waiting(): CorrectionRow[] {
    return this.corrections?.filter((correction) => correction.state === 'proposed') ?? [];
  }

  get settled(): CorrectionRow[] {
    return this.corrections?.filter((correction) => correction.state !== 'proposed') ?? [];
  }

  async load(branchId: string): Promise<void> {
    await this.loading.run(async () => {
      const { corrections } = await this.call('desk', 'corrections', { branchId });
      runInAction(() => (this.corrections = corrections));
    });
  }

  ask(correction: CorrectionRow, approved: boolean): void {
    this.deciding = { correction, approved };
    this.decided = null;
    this.sending.forget();
  }

  leave(): void {
    this.deciding = null;
    this.sending.forget();
  }

  /** An approved one may come to nothing: the list then says so, and the sheet says why. */
  async decide(branchId: string): Promise<void> {
    const { deciding } = this;
    if (!deciding) return;
    const { correction, approved } = deciding;
    await this.sending.run(async () => {
      const decided = await this.call(
        'desk',
        'decideCorrection',
        { correctionId: correction.id, approved },
        { purpose: `correction:${correction.id}` },
      );
      runInAction(() => {
        this.corrections =
          this.corrections?.map((other) => (other.id === decided.id ? decided : other)) ?? null;
        this.decided = decided;
        this.deciding = null;
      });
    });
    const { error } = this.sending;
    if (ENDS.some((code) => isRefusal(error, code))) await this.load(branchId);
  }
}

/** Refusals with which an approved correction has ended. */
const ENDS = ['POINTS_SPENT', 'LINE_REVERSED', 'PASSBOOK_CLOSED', 'ALREADY_DECIDED'] as const;
