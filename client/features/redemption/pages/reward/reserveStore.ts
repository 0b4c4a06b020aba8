import { makeAutoObservable, runInAction } from 'mobx';
import type { OrderCard } from '../../../../../types/routes';
import type { CallCloud } from '../../../../cloud/callCloud';

/** Reserving one reward. */
export class ReserveStore {
  error: unknown = null;
  isBusy = false;

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  /** @returns the order, once the bank has placed it; null if it was refused or no answer came */
  async reserve(passbookId: string, rewardId: string, lots: number): Promise<OrderCard | null> {
    this.isBusy = true;
    this.error = null;
    try {
      const input = { passbookId, rewardId, lots };
      return await this.call('redemption', 'reserve', input, {
        purpose: `reserve:${passbookId}:${rewardId}`,
      });
    } catch (error) {
      runInAction(() => (this.error = error));
      return null;
    } finally {
      runInAction(() => (this.isBusy = false));
    }
  }

  forget(): void {
    this.error = null;
  }
}
