import { makeAutoObservable, runInAction } from 'mobx';
import { PARTIES, type Party } from '../../types/entities';
import type { CouncilRoom, SeatRow } from '../../types/routes';
import type { CallCloud } from '../cloud/callCloud';
import { Progress } from '../cloud/progress';

/** Who sits in a branch's council; seats are emptied here, and filled by invitations. */
export class SeatsStore {
  branchId: string | null = null;
  room: CouncilRoom | null = null;
  readonly loading = new Progress();
  readonly sending = new Progress();

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  async load(branchId: string): Promise<void> {
    if (branchId !== this.branchId) this.room = null;
    this.branchId = branchId;
    await this.loading.run(async () => {
      const room = await this.call('rates', 'council', { branchId });
      runInAction(() => {
        if (branchId === this.branchId) this.room = room;
      });
    });
  }

  get seats(): SeatRow[] {
    return this.room?.seats ?? [];
  }

  get byParty(): { party: Party; seats: SeatRow[] }[] {
    return PARTIES.map((party) => ({ party, seats: this.seats.filter((seat) => seat.party === party) }));
  }

  get taken(): number {
    return this.seats.filter((seat) => seat.name !== null).length;
  }

  /** Empties a seat. @returns whether it is empty now */
  async vacate(branchId: string, { seatId }: SeatRow): Promise<boolean> {
    const isDone = await this.sending.run(async () => {
      await this.call('desk', 'vacate', { branchId, seatId }, { purpose: `vacate:${branchId}:${seatId}` });
    });
    if (isDone) await this.load(branchId);
    return isDone;
  }
}
