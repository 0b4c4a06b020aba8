import { makeAutoObservable, runInAction } from 'mobx';
import { dayOf, type Instant } from '../../../types/day';
import type { Role } from '../../../types/entities';
import type { BranchRow, Output, SessionCard } from '../../../types/routes';
import type { BankClock } from '../../cloud/bankClock';
import type { CallCloud } from '../../cloud/callCloud';
import { storage } from '../../platform/storage';
import { Progress } from '../../cloud/progress';
import { isAtHand } from './sessionTimes';
import { WorkplaceStore } from './workplaceStore';

const KEY = 'bank.deskBranch';

/** The desk of one branch: who works here as what, and what is on today and next. */
export class DeskStore {
  readonly workplace: WorkplaceStore;
  readonly loading = new Progress();
  sessions: SessionCard[] | null = null;
  /** How much waits for somebody's decision; null where it is not known. */
  waiting: Output<'desk', 'waiting'> | null = null;
  /** The bank's time when the sessions were fetched. */
  now: Instant;
  private chosenBranchId = storage.get<string>(KEY);

  constructor(
    private readonly call: CallCloud,
    private readonly clock: BankClock,
  ) {
    this.workplace = new WorkplaceStore(call);
    this.now = clock.now();
    makeAutoObservable<this, 'call' | 'clock'>(this, { call: false, clock: false, workplace: false });
  }

  get isKnown(): boolean {
    return this.workplace.roles !== null;
  }

  /** Branches that the person works at; all of them for the street office. */
  get branches(): BranchRow[] {
    const { branches, isStreet } = this.workplace;
    return branches.filter((branch) => isStreet || this.rolesAt(branch.id).length > 0);
  }

  /** The branch whose desk this is: the one chosen, else the first. */
  get branch(): BranchRow | null {
    return this.branches.find((branch) => branch.id === this.chosenBranchId) ?? this.branches[0] ?? null;
  }

  /** What the person is at this branch. */
  get roles(): Role[] {
    const here = this.branch ? this.rolesAt(this.branch.id) : [];
    return this.workplace.isStreet ? [...here, 'street'] : here;
  }

  get canScan(): boolean {
    return this.roles.includes('teller') || this.roles.includes('manager');
  }

  /** Not of the branch's staff, but behind a counter of its merchants. */
  get isMerchant(): boolean {
    return this.workplace.roles?.some((grant) => grant.role === 'merchant') ?? false;
  }

  /** What is on today; what began yesterday and runs past midnight comes first. */
  get today(): SessionCard[] {
    return this.sessions?.filter((session) => dayOf(session.startsAt) <= dayOf(this.now)) ?? [];
  }

  get later(): SessionCard[] {
    return this.sessions?.filter((session) => dayOf(session.startsAt) > dayOf(this.now)) ?? [];
  }

  /** The session that people are arriving at now, or next. */
  get atHand(): SessionCard | null {
    const candidates = this.today.filter(
      (session) => session.state === 'open' && isAtHand(session, this.now),
    );
    return candidates.find((session) => session.endsAt >= this.now) ?? candidates.at(-1) ?? null;
  }

  /** Asks who works where, then what is on there; what was shown stays until the answer is there. */
  async load(): Promise<void> {
    await this.loading.run(async () => {
      await this.workplace.load();
      if (this.workplace.loading.error !== null) throw this.workplace.loading.error;
      await Promise.all([this.fetchSessions(), this.fetchWaiting()]);
    });
  }

  async choose(branchId: string): Promise<void> {
    this.chosenBranchId = branchId;
    storage.set(KEY, branchId);
    this.sessions = null;
    this.waiting = null;
    await this.loading.run(async () => {
      await Promise.all([this.fetchSessions(), this.fetchWaiting()]);
    });
  }

  private async fetchSessions(): Promise<void> {
    const { branch } = this;
    if (!branch) return;
    const { branchId, sessions } = await this.call('activity', 'list', { branchId: branch.id });
    // Another branch was chosen meanwhile.
    if (branchId !== this.branch?.id) return this.fetchSessions();
    runInAction(() => {
      this.sessions = sessions;
      this.now = this.clock.now();
    });
  }

  private async fetchWaiting(): Promise<void> {
    const { branch } = this;
    if (!branch || !this.canScan) return;
    const waiting = await this.call('desk', 'waiting', { branchId: branch.id });
    runInAction(() => {
      if (branch.id === this.branch?.id) this.waiting = waiting;
    });
  }

  private rolesAt(branchId: string): Role[] {
    const grants = this.workplace.roles ?? [];
    return grants
      .filter(({ role, branchId: at }) => at === branchId && (role === 'teller' || role === 'manager'))
      .map((grant) => grant.role);
  }
}
