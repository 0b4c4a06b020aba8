import { makeAutoObservable, runInAction } from 'mobx';
import { ROLES, type Role } from '../../../types/entities';
import type { MemberRow, Output } from '../../../types/routes';
import type { CallCloud } from '../../cloud/callCloud';
import { Progress } from '../../cloud/progress';

type Staff = Output<'desk', 'members'>;

/** Who works at a branch, and who is invited to. */
export class MembersStore {
  branchId: string | null = null;
  staff: Staff | null = null;
  readonly loading = new Progress();

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  async load(branchId: string): Promise<void> {
    if (branchId !== this.branchId) this.staff = null;
    this.branchId = branchId;
    await this.loading.run(async () => {
      const staff = await this.call('desk', 'members', { branchId });
      runInAction(() => {
        if (branchId === this.branchId) this.staff = staff;
      });
    });
  }

  /** Those who work here, by role; the manager first. A role that nobody has is left out, seats stand apart. */
  get byRole(): { role: Role; rows: (MemberRow & { id: string })[] }[] {
    const order: Role[] = ['manager', ...ROLES.filter((role) => role !== 'manager' && role !== 'councillor')];
    return order
      .map((role) => ({
        role,
        rows: (this.staff?.members ?? [])
          .filter((member) => member.role === role)
          .map((member) => ({ ...member, id: `${member.personId}:${member.merchantName ?? ''}` })),
      }))
      .filter(({ rows }) => rows.length > 0);
  }

  /** Whether the branch has nobody to run it, and nobody has been asked to. */
  get lacksManager(): boolean {
    const isAsked = this.openInvitations.some(({ role, state }) => role === 'manager' && state === 'pending');
    return !isAsked && !this.byRole.some(({ role }) => role === 'manager');
  }

  /** Invitations that nobody has accepted, waiting or expired. */
  get openInvitations(): Staff['invitations'] {
    return (this.staff?.invitations ?? []).filter((invitation) => invitation.state !== 'accepted');
  }
}
