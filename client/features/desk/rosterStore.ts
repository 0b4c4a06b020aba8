import { makeAutoObservable, runInAction } from 'mobx';
import { type Instant, MINUTE } from '../../../types/day';
import type { AttendanceState, RosterRow, ScanResult, SessionCard } from '../../../types/routes';
import type { BankClock } from '../../cloud/bankClock';
import type { CallCloud } from '../../cloud/callCloud';
import { Progress } from '../../cloud/progress';

const CURRENT_MS = MINUTE;
const ORDER: AttendanceState[] = ['in', 'lapsed', 'signed', 'done', 'undone'];

/** One session and who is on its roster: signed up, there, credited. */
export class RosterStore {
  session: SessionCard | null = null;
  rows: RosterRow[] = [];
  readonly loading = new Progress();
  /** Undoing and cancelling. */
  readonly acting = new Progress();
  /** The bank's time as far as the screen has followed it. */
  now: Instant;
  private loadedAt: Instant = 0;

  constructor(
    private readonly call: CallCloud,
    private readonly clock: BankClock,
  ) {
    this.now = clock.now();
    makeAutoObservable<this, 'call' | 'clock'>(this, { call: false, clock: false });
  }

  get counts(): { signedUp: number; arrived: number; present: number; credited: number } {
    const among = (...states: AttendanceState[]) =>
      this.rows.filter((row) => states.includes(row.state)).length;
    return {
      // Taking a walk-in's scan back frees the place; who signed up keeps theirs.
      signedUp: this.rows.filter((row) => row.state !== 'undone' || !row.walkIn).length,
      arrived: among('in', 'lapsed', 'done'),
      present: among('in'),
      credited: among('done'),
    };
  }

  /** Who is still there first, then who is awaited, then who is done. */
  get ordered(): RosterRow[] {
    return [...this.rows].sort(
      (a, b) =>
        ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
        (b.outAt ?? b.inAt ?? 0) - (a.outAt ?? a.inAt ?? 0) ||
        a.passbookId.localeCompare(b.passbookId),
    );
  }

  get isCancelled(): boolean {
    return this.session?.state === 'cancelled';
  }

  /** A session that is over needs no cancelling. */
  get canCancel(): boolean {
    return this.session?.state === 'open' && this.now < this.session.endsAt;
  }

  canUndo({ undoUntil }: Pick<RosterRow, 'undoUntil'>): boolean {
    return undoUntil !== null && this.now <= undoUntil;
  }

  /** Follows the clock: what may be undone runs out while the screen is open. */
  tick(): void {
    this.now = this.clock.now();
  }

  /** Whether this session's roster was fetched just now; scans since then are noted in it. */
  isCurrent(sessionId: string): boolean {
    return this.session?.id === sessionId && this.clock.now() - this.loadedAt < CURRENT_MS;
  }

  /** What was shown of the same session stays until the answer is there. */
  async load(sessionId: string): Promise<void> {
    if (this.session?.id !== sessionId) {
      this.session = null;
      this.rows = [];
      this.acting.forget();
    }
    await this.loading.run(async () => {
      const { session, rows } = await this.call('activity', 'attendances', { sessionId });
      runInAction(() => {
        this.session = session;
        this.rows = rows;
        this.now = this.loadedAt = this.clock.now();
      });
    });
  }

  /** Enters what a scan came to, without asking the bank for the whole roster again. */
  note(result: ScanResult): void {
    const before = this.rows.find((row) => row.passbookId === result.passbookId);
    const { passbookId, name, kind, attendanceId, outcome, points, at, undoUntil } = result;
    const isLeaving = before?.state === 'in' && outcome === 'credited';
    const row: RosterRow = {
      ...{ passbookId, name, kind, attendanceId, points, undoUntil },
      state: outcome === 'in' ? 'in' : 'done',
      walkIn: before?.walkIn ?? true,
      inAt: isLeaving ? before.inAt : at,
      outAt: isLeaving ? at : null,
    };
    this.rows = [...this.rows.filter((other) => other.passbookId !== passbookId), row];
    this.tick();
  }

  /** Takes a scan back. @returns whether the bank did */
  async undo(attendanceId: string): Promise<boolean> {
    return this.acting.run(async () => {
      await this.call('activity', 'undo', { attendanceId }, { purpose: `undo:${attendanceId}` });
      runInAction(() => {
        this.rows = this.rows.map((row) =>
          row.attendanceId === attendanceId ? { ...row, state: 'undone', points: 0, undoUntil: null } : row,
        );
      });
    });
  }

  /** Calls the session off. @returns whether the bank did */
  async cancel(reason: string): Promise<boolean> {
    const { session } = this;
    if (!session) return false;
    return this.acting.run(async () => {
      const sessionId = session.id;
      await this.call(
        'activity',
        'cancel',
        { sessionId, reason: reason.trim() },
        { purpose: `cancel:${sessionId}` },
      );
      runInAction(() => (this.session = { ...session, state: 'cancelled' }));
    });
  }
}
