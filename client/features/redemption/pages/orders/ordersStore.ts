import { makeAutoObservable, runInAction } from 'mobx';
import type { OrderCard } from '../../../../../types/routes';
import type { CallCloud } from '../../../../cloud/callCloud';

/** A passbook's orders, newest first, as many as were asked for. */
export class OrdersStore {
  orders: OrderCard[] | null = null;
  hasMore = false;
  isLoading = false;
  error: unknown = null;
  private passbookId = '';

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  /** Begins with the newest. */
  async load(passbookId: string): Promise<void> {
    if (passbookId !== this.passbookId) this.orders = null;
    this.passbookId = passbookId;
    await this.fetch([]);
  }

  /** Adds the ones before those shown. */
  async loadMore(): Promise<void> {
    await this.fetch(this.orders ?? []);
  }

  private async fetch(shown: OrderCard[]): Promise<void> {
    const { passbookId } = this;
    const last = shown[shown.length - 1];
    this.isLoading = true;
    try {
      const input = { passbookId, ...(last ? { before: last.id } : {}) };
      const { orders, more } = await this.call('redemption', 'orders', input);
      runInAction(() => {
        this.orders = [...shown, ...orders];
        this.hasMore = more;
        this.error = null;
      });
    } catch (error) {
      runInAction(() => (this.error = error));
    } finally {
      runInAction(() => (this.isLoading = false));
    }
  }
}
