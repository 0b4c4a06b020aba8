import { makeAutoObservable, runInAction } from 'mobx';
import type { Instant } from '../../../types/day';
import type { HandOver } from '../../../types/routes';
import type { BankClock } from '../../cloud/bankClock';
import { isUnanswered } from '../../cloud/CallError';
import type { CallCloud } from '../../cloud/callCloud';
import { Progress } from '../../cloud/progress';
import type { ResultFace } from '../../components/ResultScreen';
import { ScanEcho } from '../../platform/scanEcho';
import { doneFace, refusedFace, unsureFace } from './counterFace';

interface Answer {
  no: number;
  voucher: string;
  /** What was confirmed, if it was. */
  orderId?: string;
  face: ResultFace;
  /** Whether confirming was asked for: without an answer it may have happened. */
  wasConfirming: boolean;
  isUnsure: boolean;
}

export interface HandedOver {
  what: HandOver;
  at: Instant;
  isUndone: boolean;
}

/** The customer waits: told soon that no answer came, and asked again by a press. */
const HURRY = { timeoutMs: 6000, tries: 2 };
const MOST_RECENT = 20;

/** The counter: a voucher says what to hand over; handed over, it is confirmed. */
export class CounterStore {
  /** What to hand over, and for which voucher. */
  presented: { voucher: string; what: HandOver } | null = null;
  /** Fills the screen. */
  answer: Answer | null = null;
  recent: HandedOver[] = [];
  /** Why a voucher was not taken. */
  notice: string | null = null;
  isBusy = false;
  /** The confirmation about to be taken back. */
  undoing: HandedOver | null = null;
  readonly undo = new Progress();
  /** The bank's time as far as the screen has followed it. */
  now: Instant;
  private unsureVoucher: string | null = null;
  private readonly echo = new ScanEcho();
  private answerCount = 0;

  constructor(
    private readonly call: CallCloud,
    private readonly clock: BankClock,
  ) {
    this.now = clock.now();
    makeAutoObservable<this, 'call' | 'clock' | 'echo' | 'answerCount'>(this, {
      call: false,
      clock: false,
      echo: false,
      answerCount: false,
    });
  }

  /** Takes what was scanned or typed. A result in sight gives way to it. */
  async take(text: string): Promise<void> {
    const voucher = text.trim();
    if (voucher === '' || this.echo.isEcho(voucher, this.clock.now())) return;
    this.notice = this.inTheWay;
    if (this.notice) return;
    this.answer = null;
    // Confirmed without an answer: what was begun is finished, not begun anew.
    await (voucher === this.unsureVoucher ? this.settle(voucher) : this.look(voucher));
  }

  /** The reward was handed over. */
  async confirm(): Promise<void> {
    if (this.presented && !this.isBusy) await this.settle(this.presented.voucher);
  }

  /** Asks again what had no answer, as the same request. */
  async retry(): Promise<void> {
    const { answer } = this;
    if (!answer || this.isBusy) return;
    this.answer = null;
    await (answer.wasConfirming ? this.settle(answer.voucher) : this.look(answer.voucher));
  }

  /** The customer changed their mind, or the next one is served. */
  dismiss(): void {
    this.presented = null;
    this.answer = null;
    this.notice = null;
  }

  /** What was confirmed by the answer in sight, as long as that can be taken back. */
  get shownUndoable(): HandedOver | null {
    const shown = this.recent.find(({ what }) => what.orderId === this.answer?.orderId);
    return shown && this.canUndo(shown) ? shown : null;
  }

  canUndo({ what, isUndone }: HandedOver): boolean {
    return !isUndone && what.undoUntil !== null && this.now <= what.undoUntil;
  }

  /** Follows the clock: what may be undone runs out while the page is open. */
  tick(): void {
    this.now = this.clock.now();
  }

  askUndo(handed: HandedOver): void {
    this.undoing = handed;
    this.undo.forget();
  }

  leaveUndo(): void {
    this.undoing = null;
    this.undo.forget();
  }

  /** Takes a confirmation back: points and stock return, the voucher stays dead. */
  async confirmUndo(): Promise<void> {
    const { undoing } = this;
    if (!undoing) return;
    const { orderId } = undoing.what;
    await this.undo.run(async () => {
      await this.call('redemption', 'undo', { orderId }, { purpose: `undoConfirm:${orderId}` });
      runInAction(() => {
        this.recent = this.recent.map((handed) =>
          handed.what.orderId === orderId ? { ...handed, isUndone: true } : handed,
        );
        this.undoing = null;
        this.answer = null;
      });
    });
  }

  private get inTheWay(): string | null {
    if (this.undoing) return '正在问要不要撤销，请先按“撤销”或“返回”。';
    if (this.isBusy) return '上一位还没办完，请稍等再扫。';
    if (this.presented) return '这一位还没办完。请先按“确认已交付”，或按“先不给”。';
    return null;
  }

  private async look(voucher: string): Promise<void> {
    const what = await this.ask(voucher, false, () =>
      this.call('redemption', 'identify', { voucher }, HURRY),
    );
    if (what) runInAction(() => (this.presented = { voucher, what }));
  }

  private async settle(voucher: string): Promise<void> {
    const purpose = `confirm:${voucher}`;
    const what = await this.ask(voucher, true, () =>
      this.call('redemption', 'confirm', { voucher }, { ...HURRY, purpose }),
    );
    if (!what) return;
    runInAction(() => {
      this.tick();
      const handed = { what, at: what.confirmedAt ?? this.now, isUndone: false };
      this.recent = [handed, ...this.recent].slice(0, MOST_RECENT);
      const { orderId } = what;
      this.show({ voucher, orderId, face: doneFace(what), wasConfirming: true, isUnsure: false });
    });
  }

  /** Waits for the bank; what goes wrong fills the screen. @returns null then */
  private async ask(
    voucher: string,
    wasConfirming: boolean,
    send: () => Promise<HandOver>,
  ): Promise<HandOver | null> {
    this.isBusy = true;
    try {
      return await send();
    } catch (error) {
      const unsure = isUnanswered(error);
      const face = unsure ? unsureFace(error, wasConfirming) : refusedFace(error, voucher);
      this.show({ voucher, face, wasConfirming, isUnsure: unsure });
      return null;
    } finally {
      runInAction(() => (this.isBusy = false));
    }
  }

  private show(answer: Omit<Answer, 'no'>): void {
    this.answer = { ...answer, no: ++this.answerCount };
    this.presented = null;
    if (answer.wasConfirming) this.unsureVoucher = answer.isUnsure ? answer.voucher : null;
  }
}
