import { makeAutoObservable, runInAction } from 'mobx';
import type { OrderCard } from '../../../../../types/routes';
import type { BankClock } from '../../../../cloud/bankClock';
import type { CallCloud } from '../../../../cloud/callCloud';

/** One order: its voucher while it waits, and what became of it. */
export class OrderStore {
  order: OrderCard | null = null;
  error: unknown = null;
  /** Why cancelling was refused. */
  refusal: unknown = null;
  isBusy = false;
  /** Handed over since this screen was first looked at: the seal comes down on it. */
  isFresh = false;
  private asOf = 0;

  constructor(
    private readonly call: CallCloud,
    private readonly clock: BankClock,
  ) {
    makeAutoObservable<this, 'call' | 'clock'>(this, { call: false, clock: false });
  }

  /** Whether the voucher can be used. */
  get isOpen(): boolean {
    return this.order?.state === 'reserved' && !this.isLate;
  }

  /** Its time has run out, though the points may not be back for some minutes. */
  get isLate(): boolean {
    return this.order?.state === 'reserved' && this.asOf >= this.order.expiresAt;
  }

  async load(orderId: string): Promise<void> {
    if (this.order?.id !== orderId) {
      this.order = null;
      this.refusal = null;
      this.isFresh = false;
    }
    try {
      this.take(await this.call('redemption', 'order', { orderId }));
    } catch (error) {
      runInAction(() => (this.error = error));
    }
  }

  /** Gives the reserved reward back. */
  async cancel(): Promise<void> {
    const orderId = this.order?.id;
    if (!orderId) return;
    this.isBusy = true;
    this.refusal = null;
    try {
      this.take(await this.call('redemption', 'cancel', { orderId }, { purpose: `cancelOrder:${orderId}` }));
    } catch (error) {
      runInAction(() => (this.refusal = error));
      await this.load(orderId);
    } finally {
      runInAction(() => (this.isBusy = false));
    }
  }

  private take(order: OrderCard): void {
    this.isFresh = this.isFresh || (this.order?.state === 'reserved' && order.state === 'confirmed');
    this.order = order;
    this.asOf = this.clock.now();
    this.error = null;
  }
}
