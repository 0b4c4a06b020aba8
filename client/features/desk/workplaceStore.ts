import { makeAutoObservable, runInAction } from 'mobx';
import type { Role, RoleGrant } from '../../../types/entities';
import type { BranchRow } from '../../../types/routes';
import type { CallCloud } from '../../cloud/callCloud';
import type { InvitedRole } from './inviteStore';
import { Progress } from '../../cloud/progress';

/** Where the person works and as what: every office page begins with it. */
export class WorkplaceStore {
  roles: RoleGrant[] | null = null;
  branches: BranchRow[] = [];
  bankName: string | null = null;
  /** The street office's name; null while nobody has set the bank up. */
  street: string | null = null;
  readonly loading = new Progress();

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  /** Asks anew; what was known stays until the answer is there. */
  async load(): Promise<void> {
    await this.loading.run(async () => {
      const [home, all] = await Promise.all([
        this.call('passbook', 'home', {}),
        this.call('passbook', 'branches', {}),
      ]);
      runInAction(() => {
        this.roles = home.person?.roles ?? [];
        this.branches = all.branches;
        this.bankName = all.bankName;
        this.street = all.street;
      });
    });
  }

  /** Asks if nothing is known yet. Somebody without a role may have been given one meanwhile. */
  async ready(): Promise<void> {
    if (!this.roles?.length) await this.load();
  }

  get isStreet(): boolean {
    return this.roles?.some((grant) => grant.role === 'street') ?? false;
  }

  /** The branch that a page is about: the one it was opened with, else where the person works. */
  branchOf(named: string | undefined): string | null {
    if (named) return named;
    const [manages, tells] = [this.grant('manager'), this.grant('teller')];
    return manages?.branchId ?? tells?.branchId ?? null;
  }

  branchName(branchId: string | null): string {
    return this.branches.find((branch) => branch.id === branchId)?.name ?? '';
  }

  isManagerAt(branchId: string | null): boolean {
    return this.roles?.some((grant) => grant.role === 'manager' && grant.branchId === branchId) ?? false;
  }

  /** Roles that the person may give: the street its own and the managers', a manager the branch's. */
  invitedRoles(branchId: string | null): InvitedRole[] {
    return [
      ...(this.isStreet ? (['manager', 'councillor', 'street'] as const) : []),
      ...(this.isManagerAt(branchId) ? (['teller', 'merchant'] as const) : []),
    ];
  }

  private grant(role: Role): RoleGrant | undefined {
    return this.roles?.find((grant) => grant.role === role);
  }
}
