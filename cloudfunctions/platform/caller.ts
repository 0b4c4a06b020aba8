import cloud from 'wx-server-sdk';
import type { Person, Role, RoleGrant } from '../../types/entities';
import { BankError } from '../../types/errors';
import { personIdOf } from './ids';

/** Who may call an action. `person`: anyone whom WeChat vouches for; `holder`: of any passbook. */
export type Access = 'anyone' | 'person' | 'holder' | Role;

/** Who stands behind an invocation. Built from what WeChat says, never from what the payload says. */
export class Caller {
  constructor(
    private readonly id: string | null,
    readonly openid: string | null,
    readonly person: Person | null,
    private readonly admitted: readonly Access[],
  ) {}

  /** @throws BankError NO_IDENTITY when WeChat vouches for nobody */
  get personId(): string {
    if (!this.id) throw new BankError('NO_IDENTITY', {});
    return this.id;
  }

  /**
   * Lets the call through if the caller has one of the roles (at any branch) that the action admits.
   * @throws BankError NO_IDENTITY, PASSBOOK_NEEDED, FORBIDDEN
   */
  requireAdmission(): void {
    if (this.admitted.includes('anyone')) return;
    const { person } = this;
    if (this.personId && this.admitted.includes('person')) return;
    if (this.admitted.includes('holder') && person && person.passbooks.length > 0) return;
    if (person?.roles.some((grant) => this.admitted.includes(grant.role))) return;
    if (this.admitted.includes('holder')) throw new BankError('PASSBOOK_NEEDED', {});
    throw new BankError('FORBIDDEN', {});
  }

  /**
   * The grant by which the caller acts at this branch, among the roles that the action admits.
   * @throws BankError WRONG_BRANCH
   */
  requireAt(branchId: string): RoleGrant {
    const grant = this.person?.roles.find(
      ({ role, branchId: at }) => this.admitted.includes(role) && (role === 'street' || at === branchId),
    );
    if (!grant) throw new BankError('WRONG_BRANCH', { branchId });
    return grant;
  }

  /**
   * Makes sure that the passbook is one of the caller's own.
   * @throws BankError FORBIDDEN
   */
  requireHolding(passbookId: string): void {
    if (!this.holds(passbookId)) throw new BankError('FORBIDDEN', {});
  }

  /**
   * Nobody acts on a passbook that they hold or speak for.
   * @throws BankError SELF_DEALING
   */
  requireNotOwn(passbook: { _id: string; holderId: string }): void {
    if (this.holds(passbook._id) || passbook.holderId === this.personId)
      throw new BankError('SELF_DEALING', {});
  }

  /** The branch that a caller means who names none: of their first passbook, else of their first role. */
  homeBranch(): string | null {
    const { person } = this;
    const grant = person?.roles.find((role) => role.branchId);
    return person?.passbooks[0]?.branchId ?? grant?.branchId ?? null;
  }

  /** Whether the caller is this person; false for somebody whom WeChat does not vouch for. */
  is(personId: string): boolean {
    return this.id === personId;
  }

  /** Whether the caller has the role at the branch; the street's has none. */
  hasRole(role: Role, branchId: string | null): boolean {
    const at = role === 'street' ? null : branchId;
    return this.person?.roles.some((grant) => grant.role === role && grant.branchId === at) ?? false;
  }

  private holds(passbookId: string): boolean {
    return this.person?.passbooks.some((own) => own.id === passbookId) ?? false;
  }
}

/** Who WeChat says is calling. */
export function identity(): { openid: string | null; personId: string | null; isTimer: boolean } {
  const context = cloud.getWXContext() as { OPENID?: unknown; SOURCE?: string };
  // The SDK turns an openid of nothing but digits into a number.
  const openid = context.OPENID ? String(context.OPENID) : null;
  return {
    openid,
    personId: openid ? personIdOf(openid) : null,
    isTimer: context.SOURCE === 'wx_trigger' && !openid,
  };
}
