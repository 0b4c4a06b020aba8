import { makeAutoObservable, runInAction } from 'mobx';
import type { BranchRow } from '../../../../../types/routes';
import type { CallCloud } from '../../../../cloud/callCloud';
import { privacyNotice } from '../../../../privacyNotice';

const MOBILE = /^1[3-9]\d{9}$/;

/** What a person fills in to open a passbook. */
export class OpenStore {
  branches: BranchRow[] | null = null;
  bankName: string | null = null;
  branchId: string | null = null;
  name = '';
  phone = '';
  hasConsented = false;
  /** Whether the person tried to send: before that nothing is held against an empty field. */
  wasTried = false;
  isBusy = false;
  error: unknown = null;
  openedId: string | null = null;

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  get errors(): Partial<Record<'branchId' | 'name' | 'phone' | 'consent', string>> {
    if (!this.wasTried) return {};
    return {
      ...(this.branchId ? {} : { branchId: '请选一个储蓄所，一般选您住的社区。' }),
      ...(this.name.trim() ? {} : { name: '请写上您的姓名。' }),
      ...(MOBILE.test(this.phone.trim()) ? {} : { phone: '请写 11 位手机号，例如 13800001234。' }),
      ...(this.hasConsented ? {} : { consent: '同意以后才能开户。不同意也可以先逛逛活动和兑换。' }),
    };
  }

  get lacksOnlyConsent(): boolean {
    return Object.keys(this.errors).join() === 'consent';
  }

  fill(answers: Partial<Pick<OpenStore, 'branchId' | 'name' | 'phone' | 'hasConsented'>>): void {
    Object.assign(this, answers);
  }

  /** Begins anew, with what the bank knows already. */
  async begin(knownName: string): Promise<void> {
    if (!this.name) this.name = knownName;
    this.openedId = null;
    this.error = null;
    if (this.branches) return;
    try {
      const { bankName, branches } = await this.call('passbook', 'branches', {});
      runInAction(() => {
        this.branches = branches;
        this.bankName = bankName;
        if (branches.length === 1) this.branchId = branches[0]!.id;
      });
    } catch (error) {
      runInAction(() => (this.error = error));
    }
  }

  async open(): Promise<void> {
    this.wasTried = true;
    const { branchId } = this;
    if (!branchId || Object.keys(this.errors).length > 0) return;
    const input = {
      branchId,
      name: this.name.trim(),
      phone: this.phone.trim(),
      consent: privacyNotice.version,
    };
    this.isBusy = true;
    this.error = null;
    try {
      const { passbookId } = await this.call('passbook', 'open', input, { purpose: 'openPassbook' });
      runInAction(() => (this.openedId = passbookId));
    } catch (error) {
      runInAction(() => (this.error = error));
    } finally {
      runInAction(() => (this.isBusy = false));
    }
  }
}
