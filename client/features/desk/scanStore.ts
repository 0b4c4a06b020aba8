import { makeAutoObservable, runInAction } from 'mobx';
import { type Instant, MINUTE } from '../../../types/day';
import type { Output, ScanResult } from '../../../types/routes';
import type { BankClock } from '../../cloud/bankClock';
import { isUnanswered } from '../../cloud/CallError';
import type { CallCloud } from '../../cloud/callCloud';
import type { ResultFace } from '../../components/ResultScreen';
import { ScanEcho } from '../../platform/scanEcho';
import { RosterStore } from './rosterStore';
import { recordedFace, refusedFace, undoneFace, unsureFace } from './scanFace';

type Deed = 'checkIn' | 'checkOut';

export interface RecentScan {
  no: number;
  code: string;
  /** What was sent; null if the bank never said who it was. */
  deed: Deed | null;
  at: Instant;
  face: ResultFace;
  result: ScanResult | null;
  /** No answer came: pressing again sends the same request. */
  isUnsure: boolean;
}

/** Who stands there, to be asked about before anything is recorded. */
export type Asking = Output<'activity', 'identify'> & { code: string };

/** People wait in line: told soon that no answer came, and sent again by a press. */
const HURRY = { timeoutMs: 6000, tries: 2 };
const MOST_RECENT = 30;
/** Somebody scanned again so soon after arriving did not mean to leave. */
const HASTE = 10 * MINUTE;

/** The scanner at the door: decides what a code means, one person at a time, and keeps the last answers. */
export class ScanStore {
  /** The session's roster, shared with its own page. */
  readonly roster: RosterStore;
  recent: RecentScan[] = [];
  /** Fills the screen. */
  shown: RecentScan | null = null;
  asking: Asking | null = null;
  /** Why a scan was not taken. */
  notice: string | null = null;
  isBusy = false;
  private sessionId: string | null = null;
  private readonly echo = new ScanEcho();
  private scanCount = 0;

  constructor(
    private readonly call: CallCloud,
    private readonly clock: BankClock,
  ) {
    this.roster = new RosterStore(call, clock);
    makeAutoObservable<this, 'call' | 'clock' | 'echo' | 'scanCount'>(this, {
      call: false,
      clock: false,
      echo: false,
      scanCount: false,
      roster: false,
    });
  }

  /** Begins at a session; coming back to the same one, from the roster or the camera, keeps its last scans. */
  async open(sessionId: string): Promise<void> {
    if (this.sessionId !== sessionId) {
      this.sessionId = sessionId;
      this.recent = [];
      this.shown = this.asking = this.notice = null;
    }
    if (!this.roster.isCurrent(sessionId)) await this.roster.load(sessionId);
  }

  /** Takes what was scanned, typed or pasted. A result in sight gives way to it. */
  async take(text: string): Promise<void> {
    const code = text.trim();
    if (code === '' || this.echo.isEcho(code, this.clock.now())) return;
    this.notice = this.inTheWay;
    if (this.notice) return;
    this.shown = null;
    const unsure = this.recent.find((scan) => scan.isUnsure && scan.code === code);
    await (unsure?.deed ? this.record(code, unsure.deed) : this.consider(code));
  }

  /** The person in question is the one: records what was asked about. */
  async confirm(): Promise<void> {
    const { asking } = this;
    if (!asking || this.isBusy) return;
    await this.record(asking.code, asking.next);
  }

  /** Sends a scan without an answer once more, as the same request. */
  async retry(scan: RecentScan): Promise<void> {
    if (this.isBusy) return;
    this.shown = null;
    await (scan.deed ? this.record(scan.code, scan.deed) : this.consider(scan.code));
  }

  async undo(scan: RecentScan): Promise<boolean> {
    const { result } = scan;
    if (!result || !(await this.roster.undo(result.attendanceId))) return false;
    runInAction(() => {
      const undone = { ...scan, face: undoneFace(result) };
      this.recent = this.recent.map((other) => (other.no === scan.no ? undone : other));
      this.shown = undone;
    });
    return true;
  }

  /** For a quarter of an hour, unless it was taken back already, here or on the roster. */
  canUndo({ result }: RecentScan): boolean {
    const row = this.roster.rows.find((other) => other.attendanceId === result?.attendanceId);
    // A later scan of the same attendance, checking out, has its own undoing.
    return Boolean(result && row?.undoUntil === result.undoUntil && this.roster.canUndo(result));
  }

  dismiss(): void {
    this.shown = null;
    this.asking = null;
    this.notice = null;
  }

  /** By the hour, or asking first, the bank says who it is before anything is recorded. */
  private async consider(code: string): Promise<void> {
    const { session } = this.roster;
    if (!session) return;
    if (session.basis === 'visit' && !session.askFirst) return this.record(code, 'checkIn');
    const who = await this.send(code, null, () =>
      this.call('activity', 'identify', { sessionId: session.id, code }, HURRY),
    );
    if (!who) return;
    if (session.askFirst || this.isHasty(who)) this.ask({ ...who, code });
    else await this.record(code, who.next);
  }

  private ask(asking: Asking): void {
    this.roster.tick();
    this.asking = asking;
  }

  private async record(code: string, deed: Deed): Promise<void> {
    const sessionId = this.roster.session?.id;
    if (!sessionId) return;
    const purpose = `${deed}:${sessionId}:${code}`;
    const result = await this.send(code, deed, () =>
      this.call('activity', deed, { sessionId, code }, { ...HURRY, purpose }),
    );
    if (!result) return;
    this.roster.note(result);
    this.show({ code, deed, face: recordedFace(result), result, isUnsure: false });
  }

  /** Waits for the bank; what goes wrong is shown. @returns null then */
  private async send<T>(code: string, deed: Deed | null, ask: () => Promise<T>): Promise<T | null> {
    this.isBusy = true;
    try {
      return await ask();
    } catch (error) {
      const unsure = isUnanswered(error);
      const face = unsure ? unsureFace(error, code, deed !== null) : refusedFace(error, code);
      this.show({ code, deed, face, result: null, isUnsure: unsure });
      return null;
    } finally {
      runInAction(() => {
        this.isBusy = false;
        this.asking = null;
      });
    }
  }

  private show(scan: Omit<RecentScan, 'no' | 'at'>): void {
    const shown = { ...scan, no: ++this.scanCount, at: this.clock.now() };
    // The answer to a scan that had none takes its place.
    const others = this.recent.filter((other) => !(other.isUnsure && other.code === scan.code));
    this.recent = [shown, ...others].slice(0, MOST_RECENT);
    this.shown = shown;
  }

  private isHasty({ next, since }: Output<'activity', 'identify'>): boolean {
    return next === 'checkOut' && since !== null && this.clock.now() - since < HASTE;
  }

  private get inTheWay(): string | null {
    if (!this.roster.session) return '这一场还没有打开，请稍等再扫。';
    if (this.asking) return `请先办完${this.asking.name}，再扫下一位。`;
    if (this.isBusy) return '上一位还没办完，请稍等再扫。';
    if (this.roster.acting.isBusy) return '正在撤销，请稍等再扫。';
    return null;
  }
}
