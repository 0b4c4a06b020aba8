import { makeAutoObservable, runInAction } from 'mobx';
import type { Instant } from '../../../types/day';
import type { HandOver } from '../../../types/routes';
import type { BankClock } from '../../cloud/bankClock';
import { isUnanswered } from '../../cloud/CallError';
import type { CallCloud } from '../../cloud/callCloud';
import type { ResultFace } from '../../components/ResultScreen';
import { ScanEcho } from '../../platform/scanEcho';
import { doneFace, refusedFace, unsureFace } from './counterFace';

interface Answer {
  no: number;
  voucher: string;
  face: ResultFace;
  /** Whether confirming was asked for: without an answer it may have happened. */
  wasConfirming: boolean;
  isUnsure: boolean;
}

export interface HandedOver {
  what: HandOver;
  at: Instant;
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
  private unsureVoucher: string | null = null;
  private readonly echo = new ScanEcho();
  private answerCount = 0;

  constructor(
    private readonly call: CallCloud,
    private readonly clock: BankClock,
  ) {
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

  private get inTheWay(): string | null {
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
      this.recent = [{ what, at: what.confirmedAt ?? this.clock.now() }, ...this.recent].slice(
        0,
        MOST_RECENT,
      );
      this.show({ voucher, face: doneFace(what), wasConfirming: true, isUnsure: false });
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
