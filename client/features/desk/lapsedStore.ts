import { makeAutoObservable, runInAction } from 'mobx';
import type { LapsedRow, SettledHours } from '../../../types/routes';
import type { CallCloud } from '../../cloud/callCloud';
import { Progress } from '../../cloud/progress';

/** One press takes half an hour off. */
export const HOURS_STEP = 30;

/** The hours of those who forgot to check out, to be confirmed one by one. */
export class LapsedStore {
  rows: LapsedRow[] | null = null;
  /** Whose hours are about to be confirmed, and how many. */
  confirming: { row: LapsedRow; minutes: number } | null = null;
  /** What was confirmed just now. */
  settled: (SettledHours & { name: string }) | null = null;
  readonly loading = new Progress();
  readonly sending = new Progress();

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  async load(branchId: string): Promise<void> {
    await this.loading.run(async () => {
      const { rows } = await this.call('desk', 'lapsed', { branchId });
      runInAction(() => (this.rows = rows));
    });
  }

  /** @param credits false to settle that nothing is credited */
  ask(row: LapsedRow, credits: boolean): void {
    this.confirming = { row, minutes: credits ? row.planned : 0 };
    this.settled = null;
    this.sending.forget();
  }

  /** To the half hour, and as planned at most. */
  adjust(minutes: number): void {
    if (!this.confirming) return;
    const stepped = Math.round(minutes / HOURS_STEP) * HOURS_STEP;
    this.confirming.minutes = Math.max(0, Math.min(this.confirming.row.planned, stepped));
  }

  leave(): void {
    this.confirming = null;
    this.sending.forget();
  }

  async settle(): Promise<void> {
    const { confirming } = this;
    if (!confirming) return;
    const { row, minutes } = confirming;
    const { attendanceId, name } = row;
    await this.sending.run(async () => {
      const purpose = `settleHours:${attendanceId}:${minutes}`;
      const settled = await this.call('desk', 'settleHours', { attendanceId, minutes }, { purpose });
      runInAction(() => {
        this.rows = this.rows?.filter((other) => other.attendanceId !== attendanceId) ?? null;
        this.settled = { ...settled, name };
        this.confirming = null;
      });
    });
  }
}
