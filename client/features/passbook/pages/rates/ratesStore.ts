import { makeAutoObservable, runInAction } from 'mobx';
import type { PublicRateCard } from '../../../../../types/routes';
import type { CallCloud } from '../../../../cloud/callCloud';

/** One rate card to be read. A version never changes, so what is shown stays true. */
export class RatesStore {
  card: PublicRateCard | null = null;
  error: unknown = null;

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  /**
   * Shows a card of a branch, the caller's own unless named.
   * @param version null shows the one in force
   * @param known the card in force, if the app has it already
   */
  async show(
    branchId: string | null,
    version: number | null,
    known: PublicRateCard | null = null,
  ): Promise<void> {
    const isKnown =
      known && (!branchId || known.branchId === branchId) && (!version || known.version === version);
    this.card = isKnown ? known : null;
    this.error = null;
    if (isKnown) return;
    try {
      const card = await this.call('rates', 'current', {
        ...(branchId ? { branchId } : {}),
        ...(version ? { version } : {}),
      });
      runInAction(() => (this.card = card));
    } catch (error) {
      runInAction(() => (this.error = error));
    }
  }
}
