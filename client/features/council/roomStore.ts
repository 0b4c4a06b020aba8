import { makeAutoObservable, runInAction } from 'mobx';
import { type Instant } from '../../../types/day';
import type { CouncilRoom, ProposalRow, SeatRow } from '../../../types/routes';
import type { BankClock } from '../../cloud/bankClock';
import type { CallCloud } from '../../cloud/callCloud';
import { Progress } from '../../cloud/progress';

/** A branch's council: who sits there, how it decides, what lies on the table. */
export class RoomStore {
  room: CouncilRoom | null = null;
  /** The bank's time when this was fetched. */
  asOf: Instant = 0;
  readonly loading = new Progress();

  constructor(
    private readonly call: CallCloud,
    private readonly clock: BankClock,
  ) {
    makeAutoObservable<this, 'call' | 'clock'>(this, { call: false, clock: false });
  }

  /** @param branchId the caller's own unless named */
  async load(branchId: string | null): Promise<void> {
    await this.loading.run(async () => {
      const room = await this.call('rates', 'council', branchId ? { branchId } : {});
      runInAction(() => {
        this.room = room;
        this.asOf = this.clock.now();
      });
    });
  }

  get mySeats(): SeatRow[] {
    return this.room?.seats.filter((seat) => seat.isMine) ?? [];
  }

  /** The proposals as a reader wants them: what is being voted on, what is discussed, what was decided. */
  get groups(): { title: string; proposals: ProposalRow[] }[] {
    const of = (...stages: ProposalRow['stage'][]) =>
      this.room?.proposals.filter(({ stage }) => stages.includes(stage)) ?? [];
    return [
      { title: '正在表决', proposals: of('voting') },
      { title: '讨论中', proposals: of('discussion') },
      { title: '已有结果', proposals: of('passed', 'failed', 'withdrawn') },
    ].filter(({ proposals }) => proposals.length > 0);
  }
}
