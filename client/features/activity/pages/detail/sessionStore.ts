import { makeAutoObservable, runInAction } from 'mobx';
import { type Day, dayOf } from '../../../../../types/day';
import { EARLY_CHECK_IN } from '../../../../../types/doors';
import type { SessionCard } from '../../../../../types/routes';
import type { BankClock } from '../../../../cloud/bankClock';
import type { CallCloud } from '../../../../cloud/callCloud';

/** One session, and the person's place at it. */
export class SessionStore {
  session: SessionCard | null = null;
  /** Why the session can't be shown. */
  error: unknown = null;
  /** Why signing up or withdrawing was refused. */
  refusal: unknown = null;
  isBusy = false;
  /** The bank's time when the session was last fetched. */
  private asOf = 0;

  constructor(
    private readonly call: CallCloud,
    private readonly clock: BankClock,
  ) {
    makeAutoObservable<this, 'call' | 'clock'>(this, { call: false, clock: false });
  }

  get isOver(): boolean {
    return this.session !== null && this.asOf >= this.session.endsAt;
  }

  get canWithdraw(): boolean {
    return this.session !== null && this.asOf < this.session.startsAt - EARLY_CHECK_IN;
  }

  get isFull(): boolean {
    return this.session !== null && this.session.taken >= this.session.capacity;
  }

  get isToday(): boolean {
    return this.session !== null && dayOf(this.session.startsAt) === this.today;
  }

  get today(): Day {
    return dayOf(this.asOf);
  }

  async load(sessionId: string): Promise<void> {
    if (this.session?.id !== sessionId) {
      this.session = null;
      this.refusal = null;
    }
    try {
      const session = await this.call('activity', 'get', { sessionId });
      runInAction(() => {
        this.session = session;
        this.asOf = this.clock.now();
        this.error = null;
      });
    } catch (error) {
      runInAction(() => (this.error = error));
    }
  }

  async signUp(passbookId: string): Promise<void> {
    await this.move('signUp', passbookId);
  }

  async withdraw(passbookId: string): Promise<void> {
    await this.move('withdraw', passbookId);
  }

  private async move(action: 'signUp' | 'withdraw', passbookId: string): Promise<void> {
    const sessionId = this.session?.id;
    if (!sessionId) return;
    this.isBusy = true;
    this.refusal = null;
    const purpose = `${action}:${sessionId}:${passbookId}`;
    try {
      await this.call('activity', action, { sessionId, passbookId }, { purpose });
    } catch (error) {
      runInAction(() => (this.refusal = error));
    }
    // Whether it was granted or refused, the places have changed.
    await this.load(sessionId);
    runInAction(() => (this.isBusy = false));
  }
}
