import { makeAutoObservable, runInAction } from 'mobx';
import { dayOf } from '../../types/day';
import { isOpen, reviewedDay, reviewWindow } from '../../types/reviewWindow';
import type { PublicRateCard } from '../../types/routes';
import type { BankClock } from '../cloud/bankClock';
import type { CallCloud } from '../cloud/callCloud';
import { storage } from '../platform/storage';

const KEY = 'bank.reviewed';

/** Whether a holder is asked at the quarter's end what they think of the rate card. */
export class ReviewInvitationStore {
  /** The card to be reviewed; null when nothing is asked. */
  card: PublicRateCard | null = null;
  private reviewed = storage.get<string>(KEY);

  constructor(
    private readonly call: CallCloud,
    private readonly clock: BankClock,
  ) {
    makeAutoObservable<this, 'call' | 'clock'>(this, { call: false, clock: false });
  }

  /**
   * Finds out, once the home screen stands: only in the days when reviews are open does this ask the bank, and no
   * more once the person has said something this quarter.
   * @param inForce the card in force, as the home screen knows it
   */
  async look(inForce: PublicRateCard | null): Promise<void> {
    const today = dayOf(this.clock.now());
    const window = reviewWindow(today);
    // A card that came after the quarter's end is not the one asked about.
    const isAskedAbout = inForce && inForce.effectiveOn <= reviewedDay(window, today);
    const key = inForce && `${inForce.branchId}#${inForce.version}#${window.quarter}`;
    if (!isOpen(window, today) || !isAskedAbout || key === this.reviewed) {
      runInAction(() => (this.card = null));
      return;
    }
    const { branchId, version } = inForce;
    try {
      const { mine, isOpen: isAsking } = await this.call('rates', 'reviews', { branchId, version });
      runInAction(() => {
        this.card = isAsking && mine === null ? inForce : null;
        if (mine !== null) this.reviewed = key;
      });
      if (mine !== null) storage.set(KEY, key);
    } catch {
      // Nobody asked for it: the home screen says what is wrong with the network.
    }
  }
}
