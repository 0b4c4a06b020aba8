import { makeAutoObservable, runInAction } from 'mobx';
import { type Day, dayOf } from '../../types/day';
import type { Points } from '../../types/points';
import type { Home, UpcomingSession } from '../../types/routes';
import type { BankClock } from '../cloud/bankClock';
import type { CallCloud } from '../cloud/callCloud';

/** Who the person is to the bank, and the passbook that is open: shared by all that a holder sees. */
export class HomeStore {
  home: Home | null = null;
  error: unknown = null;
  isLoading = false;
  private chosenId: string | undefined;
  private latest = 0;
  /** The bank's time when this was fetched. */
  private asOf = 0;

  constructor(
    private readonly call: CallCloud,
    private readonly clock: BankClock,
  ) {
    makeAutoObservable<this, 'call' | 'clock' | 'latest'>(this, { call: false, clock: false, latest: false });
  }

  /** The passbook that is open; null when the person has none. */
  get current(): Home['current'] {
    return this.home?.current ?? null;
  }

  /** Whether the bank has not met this person yet. */
  get isStranger(): boolean {
    return this.home !== null && this.home.person === null;
  }

  get passbooks(): Home['passbooks'] {
    return this.home?.passbooks ?? [];
  }

  get roles() {
    return this.home?.person?.roles ?? [];
  }

  /** What the open passbook can spend; null without one. */
  get available(): Points | null {
    return this.current?.cover.available ?? null;
  }

  /** Whose activities and rewards the person sees: the open passbook's branch, else that of a role. */
  get branchId(): string | null {
    return this.current?.cover.branchId ?? this.roles.find((grant) => grant.branchId)?.branchId ?? null;
  }

  /** The bank's day when this was fetched. */
  get today(): Day {
    return dayOf(this.asOf);
  }

  /** Sessions that the open passbook is signed up for, that have begun or begin today, and are not over. */
  get todaysSessions(): UpcomingSession[] {
    const { current, asOf, today } = this;
    if (!current || !this.home) return [];
    return this.home.upcoming.filter(
      ({ passbookId, startsAt, endsAt }) =>
        passbookId === current.cover.id && dayOf(startsAt) <= today && endsAt > asOf,
    );
  }

  passbooksAt(branchId: string): Home['passbooks'] {
    return this.passbooks.filter((passbook) => passbook.branchId === branchId);
  }

  /** Opens another of the person's passbooks. */
  async show(passbookId: string): Promise<void> {
    this.chosenId = passbookId;
    await this.load();
  }

  /** Asks the bank once; what was shown stays until the answer is there. The last one asked for counts. */
  async load(): Promise<void> {
    const turn = ++this.latest;
    this.isLoading = true;
    try {
      const home = await this.call('passbook', 'home', this.chosenId ? { passbookId: this.chosenId } : {});
      if (turn !== this.latest) return;
      runInAction(() => {
        this.home = home;
        this.asOf = this.clock.now();
        this.error = null;
      });
    } catch (error) {
      if (turn === this.latest) runInAction(() => (this.error = error));
    } finally {
      if (turn === this.latest) runInAction(() => (this.isLoading = false));
    }
  }

  /** For pages that need to know the person but not the newest balance. */
  async loadOnce(): Promise<void> {
    if (!this.home) await this.load();
  }
}
