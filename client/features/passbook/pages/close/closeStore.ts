import { makeAutoObservable, runInAction } from 'mobx';
import type { Points } from '../../../../../types/points';
import type { Output, PassbookCover } from '../../../../../types/routes';
import type { CallCloud } from '../../../../cloud/callCloud';
import { Progress } from '../../../../cloud/progress';

/** Closing one passbook: what becomes of its points is said first, then asked once more. */
export class CloseStore {
  /** Whether what is left goes to the branch; null until it is said. */
  donates: boolean | null = null;
  isAsking = false;
  /** That it cannot be taken back is understood. */
  isUnderstood = false;
  closed: Output<'passbook', 'close'> | null = null;
  readonly closing = new Progress();

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  choose(donates: boolean): void {
    this.donates = donates;
    this.closing.forget();
  }

  /** With points left, only a holder who gives them away goes on. */
  mayGoOn(balance: Points): boolean {
    return balance === 0 || this.donates === true;
  }

  ask(): void {
    this.isAsking = true;
    this.isUnderstood = false;
    this.closing.forget();
  }

  understand(isUnderstood: boolean): void {
    this.isUnderstood = isUnderstood;
  }

  leave(): void {
    this.isAsking = false;
    this.closing.forget();
  }

  async close({ id, balance }: Pick<PassbookCover, 'id' | 'balance'>): Promise<void> {
    if (!this.isUnderstood) return;
    // Points that came in since the page was looked at are not given away unasked.
    const input = { passbookId: id, donate: balance > 0 && this.donates === true };
    await this.closing.run(async () => {
      const closed = await this.call('passbook', 'close', input, { purpose: `close:${id}` });
      runInAction(() => {
        this.closed = closed;
        this.isAsking = false;
      });
    });
  }
}
