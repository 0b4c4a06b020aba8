import { makeAutoObservable, runInAction } from 'mobx';
import type { DeskPage, PrintedLine } from '../../../types/routes';
import type { CallCloud } from '../../cloud/callCloud';
import { Progress } from '../../cloud/progress';
import { textError } from '../../fieldErrors';

const LONGEST_REASON = 100;

/** How a line stands: what may be proposed about it, or what came of that. */
export type LineStanding = 'correctable' | 'proposed' | 'reversed' | 'plain';

/** One passbook before the teller, page by page; a wrong line is proposed for correction. */
export class PassbookLinesStore {
  shown: DeskPage | null = null;
  /** The line about to be corrected. */
  about: PrintedLine | null = null;
  reason = '';
  isChecked = false;
  /** The line whose correction was proposed just now. */
  proposed: PrintedLine | null = null;
  readonly loading = new Progress();
  readonly sending = new Progress();
  /** The page that is open; null is the current one. */
  private before: number | undefined;

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  /** The newest line first: what is wrong happened lately, as a rule. */
  get lines(): PrintedLine[] {
    return [...(this.shown?.page.lines ?? [])].reverse();
  }

  get hasEarlier(): boolean {
    return (this.shown?.page.no ?? 1) > 1;
  }

  get hasLater(): boolean {
    return this.before !== undefined;
  }

  get reasonError(): string | undefined {
    return this.isChecked
      ? textError(this.reason, '请写明错在哪里，会印在存折上。', LONGEST_REASON)
      : undefined;
  }

  standingOf({ id }: PrintedLine): LineStanding {
    const { shown } = this;
    if (!shown) return 'plain';
    if (shown.correctable.includes(id)) return 'correctable';
    if (shown.proposed.includes(id)) return 'proposed';
    return shown.page.lines.some((line) => line.reverses === id) ? 'reversed' : 'plain';
  }

  async load(passbookId: string, before = this.before): Promise<void> {
    await this.loading.run(async () => {
      const asked = before === undefined ? { passbookId } : { passbookId, before };
      const shown = await this.call('desk', 'lines', asked);
      runInAction(() => {
        this.shown = shown;
        this.before = before;
      });
    });
  }

  async turn(to: 'earlier' | 'newest'): Promise<void> {
    const { shown } = this;
    if (!shown) return;
    this.proposed = null;
    if (to === 'earlier') await this.load(shown.passbookId, shown.page.no);
    else {
      this.before = undefined;
      await this.load(shown.passbookId);
    }
  }

  ask(line: PrintedLine): void {
    this.about = line;
    this.reason = '';
    this.isChecked = false;
    this.proposed = null;
    this.sending.forget();
  }

  writeReason(reason: string): void {
    this.reason = reason;
  }

  leave(): void {
    this.about = null;
    this.sending.forget();
  }

  async propose(): Promise<void> {
    this.isChecked = true;
    const { about, shown } = this;
    if (!about || !shown || this.reasonError) return;
    const input = { passbookId: shown.passbookId, lineId: about.id, reason: this.reason.trim() };
    const isSent = await this.sending.run(async () => {
      await this.call('desk', 'correct', input, { purpose: `correct:${about.id}` });
    });
    if (!isSent) return;
    runInAction(() => {
      this.proposed = about;
      this.about = null;
    });
    await this.load(shown.passbookId);
  }
}
