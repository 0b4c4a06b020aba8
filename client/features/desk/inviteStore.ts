import { makeAutoObservable, runInAction } from 'mobx';
import type { Input, Output } from '../../../types/routes';
import type { CallCloud } from '../../cloud/callCloud';
import { hasErrors, textError } from './fieldErrors';
import { Progress } from './progress';

export type InvitedRole = Input<'desk', 'invite'>['role'];

/** Invites a person to a role. The code is told once: the bank keeps only its hash. */
export class InviteStore {
  role: InvitedRole | null = null;
  branchId: string | null = null;
  name = '';
  merchantName = '';
  isChecked = false;
  made: Output<'desk', 'invite'> | null = null;
  readonly sending = new Progress();

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  /** A new invitation; whoever has only one role to give is not asked which. */
  begin(branchId: string | null, roles: readonly InvitedRole[]): void {
    this.role = roles.length === 1 ? roles[0]! : null;
    this.branchId = branchId;
    this.name = '';
    this.merchantName = '';
    this.isChecked = false;
    this.made = null;
    this.sending.forget();
  }

  chooseRole(role: InvitedRole): void {
    this.role = role;
  }

  chooseBranch(branchId: string): void {
    this.branchId = branchId;
  }

  writeName(name: string): void {
    this.name = name;
  }

  writeMerchantName(name: string): void {
    this.merchantName = name;
  }

  get errors() {
    const isForBranch = this.role !== 'street';
    return {
      role: this.role ? undefined : '请选择请他来做什么。',
      branch: isForBranch && !this.branchId ? '请选择储蓄所。' : undefined,
      name: textError(this.name, '请填对方的姓名。', 20),
      merchantName:
        this.role === 'merchant'
          ? textError(this.merchantName, '请填商户名称，如“便民超市”。', 20)
          : undefined,
    };
  }

  get shownErrors(): Partial<InviteStore['errors']> {
    return this.isChecked ? this.errors : {};
  }

  async invite(): Promise<void> {
    this.isChecked = true;
    const input = this.input;
    if (hasErrors(this.errors) || !input) return;
    await this.sending.run(async () => {
      const made = await this.call('desk', 'invite', input, { purpose: 'invite' });
      runInAction(() => (this.made = made));
    });
  }

  private get input(): Input<'desk', 'invite'> | null {
    const { role, branchId } = this;
    const name = this.name.trim();
    if (role === 'street') return { role, name };
    if (!role || !branchId) return null;
    if (role === 'merchant') return { role, branchId, name, merchantName: this.merchantName.trim() };
    return { role, branchId, name };
  }
}
