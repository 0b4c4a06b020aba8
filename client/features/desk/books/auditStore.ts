import { makeAutoObservable, runInAction } from 'mobx';
import type { AuditedPromise, Finding } from '../../../../types/finding';
import type { CallCloud } from '../../../cloud/callCloud';
import { Progress } from '../../../cloud/progress';

/**
 * 查账: replays a branch's books, some passbooks a call. It can be stopped, and goes on from where it was,
 * also after a call that had no answer.
 */
export class AuditStore {
  branchId: string | null = null;
  state: 'notBegun' | 'running' | 'stopped' | 'done' = 'notBegun';
  passbooks = 0;
  lines = 0;
  findings: Finding[] = [];
  readonly asking = new Progress();
  private after: string | null = null;
  /** An answer to what was asked before it was begun anew says nothing of what is looked at now. */
  private turn = 0;

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call' | 'turn'>(this, { call: false, turn: false });
  }

  /** What was found, promise by promise. */
  get broken(): { promise: AuditedPromise; findings: Finding[] }[] {
    const promises = [...new Set(this.findings.map(({ promise }) => promise))].sort();
    return promises.map((promise) => ({
      promise,
      findings: this.findings.filter((finding) => finding.promise === promise),
    }));
  }

  get isInOrder(): boolean {
    return this.state === 'done' && this.findings.length === 0;
  }

  /** Turns to another branch: nothing of it was looked at yet. */
  turnTo(branchId: string): void {
    if (branchId === this.branchId) return;
    this.branchId = branchId;
    this.forget();
  }

  /** Looks at the whole branch, from its first passbook. */
  async begin(): Promise<void> {
    this.forget();
    await this.resume();
  }

  /** Goes on after the last passbook that was looked at. */
  async resume(): Promise<void> {
    this.state = 'running';
    await this.asking.run(async () => {
      while (this.state === 'running') await this.lookAtMore();
    });
    runInAction(() => {
      if (this.asking.error !== null) this.stop();
    });
  }

  /** What is under way is still counted; then it stops. */
  stop(): void {
    if (this.state === 'running') this.state = 'stopped';
  }

  private async lookAtMore(): Promise<void> {
    const { branchId, after, turn } = this;
    if (!branchId) return this.stop();
    const answer = await this.call('desk', 'audit', { branchId, ...(after && { after }) });
    runInAction(() => {
      if (turn !== this.turn) return;
      this.passbooks += answer.passbooks;
      this.lines += answer.lines;
      this.findings = [...this.findings, ...answer.findings];
      this.after = answer.next;
      if (answer.next === null) this.state = 'done';
    });
  }

  private forget(): void {
    this.turn++;
    this.state = 'notBegun';
    this.passbooks = 0;
    this.lines = 0;
    this.findings = [];
    this.after = null;
    this.asking.forget();
  }
}
