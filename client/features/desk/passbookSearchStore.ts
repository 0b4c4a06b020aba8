import { makeAutoObservable, runInAction } from 'mobx';
import type { PassbookRow } from '../../../types/routes';
import type { CallCloud } from '../../cloud/callCloud';
import { textError } from '../../fieldErrors';
import { Progress } from '../../cloud/progress';
import { searchTerm } from './searchTerm';

/** Finds a branch's passbooks; a manager freezes and unfreezes them. */
export class PassbookSearchStore {
  search = '';
  /** What was found for `searched`; null before the first search. */
  found: PassbookRow[] | null = null;
  searched = '';
  /** The passbook about to be frozen, or unfrozen. */
  about: PassbookRow | null = null;
  reason = '';
  isChecked = false;
  /** The passbook whose state was just changed. */
  changed: PassbookRow | null = null;
  readonly searching = new Progress();
  readonly changing = new Progress();

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  /** Another search, from the start. */
  begin(): void {
    this.search = '';
    this.searched = '';
    this.found = null;
    this.changed = null;
    this.about = null;
    this.searching.forget();
  }

  writeSearch(search: string): void {
    this.search = search;
  }

  async find(branchId: string): Promise<void> {
    const search = searchTerm(this.search);
    if (!search) return;
    this.changed = null;
    await this.searching.run(async () => {
      const { passbooks } = await this.call('desk', 'passbooks', { branchId, search });
      runInAction(() => {
        this.found = passbooks;
        this.searched = search;
      });
    });
  }

  /** Whether the change asked about is a freeze; else it lifts one. */
  get isFreezing(): boolean {
    return this.about?.status === 'active';
  }

  get reasonError(): string | undefined {
    return this.isChecked ? textError(this.reason, '请写明原因，会留下记录。', 100) : undefined;
  }

  askAbout(passbook: PassbookRow): void {
    this.about = passbook;
    this.reason = '';
    this.isChecked = false;
    this.changing.forget();
  }

  writeReason(reason: string): void {
    this.reason = reason;
  }

  leave(): void {
    this.about = null;
  }

  async change(): Promise<void> {
    this.isChecked = true;
    const { about } = this;
    if (!about || this.reasonError) return;
    const action = this.isFreezing ? 'freeze' : 'unfreeze';
    const input = { passbookId: about.id, reason: this.reason.trim() };
    await this.changing.run(async () => {
      const { status } = await this.call('desk', action, input, { purpose: `${action}:${about.id}` });
      runInAction(() => {
        this.changed = { ...about, status };
        this.found = (this.found ?? []).map((row) => (row.id === about.id ? { ...row, status } : row));
        this.about = null;
      });
    });
  }
}
