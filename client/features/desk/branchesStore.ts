import { makeAutoObservable, runInAction } from 'mobx';
import type { BranchRow, Output } from '../../../types/routes';
import type { CallCloud } from '../../cloud/callCloud';
import { hasErrors, textError } from '../../fieldErrors';
import { Progress } from '../../cloud/progress';

/** The street office's branches, and a new one. */
export class BranchesStore {
  office: Output<'desk', 'branches'> | null = null;
  number = '';
  name = '';
  isChecked = false;
  isWriting = false;
  /** The branch just opened, which has nobody working in it yet. */
  opened: BranchRow | null = null;
  readonly loading = new Progress();
  readonly sending = new Progress();

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  async load(): Promise<void> {
    await this.loading.run(async () => {
      const office = await this.call('desk', 'branches', {});
      runInAction(() => (this.office = office));
    });
  }

  begin(): void {
    this.number = '';
    this.name = '';
    this.isChecked = false;
    this.isWriting = true;
    this.sending.forget();
  }

  leave(): void {
    this.isWriting = false;
  }

  writeNumber(number: string): void {
    this.number = number;
  }

  writeName(name: string): void {
    this.name = name;
  }

  get errors() {
    const number = this.number.trim();
    const isTaken = this.office?.branches.some((branch) => branch.id === number);
    const form = /^\d{4}$/.test(number) ? undefined : '编号是 4 位数字，如 0211。';
    return {
      number: isTaken ? '这个编号已经有储蓄所了，请换一个。' : form,
      name: textError(this.name, '请填名称，如“阿里山路储蓄所”。', 20),
    };
  }

  get shownErrors(): Partial<BranchesStore['errors']> {
    return this.isChecked ? this.errors : {};
  }

  /** @returns whether it is open */
  async open(): Promise<boolean> {
    this.isChecked = true;
    if (hasErrors(this.errors)) return false;
    const input = { branchId: this.number.trim(), name: this.name.trim() };
    const isOpen = await this.sending.run(async () => {
      const opened = await this.call('desk', 'createBranch', input, { purpose: 'createBranch' });
      runInAction(() => {
        this.opened = opened;
        this.isWriting = false;
      });
    });
    if (isOpen) await this.load();
    return isOpen;
  }
}
