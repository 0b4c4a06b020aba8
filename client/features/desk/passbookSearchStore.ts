import { makeAutoObservable, runInAction } from 'mobx';
import type { PassbookRow } from '../../../types/routes';
import { parseCode } from '../../../types/code';
import type { CallCloud } from '../../cloud/callCloud';
import { textError } from './fieldErrors';
import { Progress } from './progress';

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
    return this.isChecked ? textError(this.reason, '请写明原因，当事人能看到。', 100) : undefined;
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

/** A number typed without its dashes, or read off a check-in code, is still that passbook's. */
export function searchTerm(typed: string): string {
  const text = typed.trim();
  const digits = text.replace(/[\s\-－—]/g, '');
  if (/^\d{11}$/.test(digits) && !/^1[3-9]/.test(digits))
    return `${digits.slice(0, 4)}-${digits.slice(4, 10)}-${digits.slice(10)}`;
  if (/^1[3-9]\d{9}$/.test(digits) && !text.includes('-')) return digits;
  return parseCode(text)?.passbookId ?? text;
}
