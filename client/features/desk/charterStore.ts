import { makeAutoObservable, runInAction } from 'mobx';
import type { CharterTerms, Party } from '../../../types/entities';
import type { CouncilRoom } from '../../../types/routes';
import type { CallCloud } from '../../cloud/callCloud';
import { Progress } from '../../cloud/progress';

/** Where a first charter begins; the street changes what it likes. */
const USUAL: CharterTerms = {
  seats: { community: 2, association: 2, resident: 3 },
  quorumPercent: 50,
  majorityPercent: 50,
  publicityDays: 7,
  meetingDay: 15,
  termMonths: 24,
};

type Figure = Exclude<keyof CharterTerms, 'seats'>;

/** A branch's council charter: the one in force, those before, and the next one being written. */
export class CharterStore {
  branchId: string | null = null;
  room: CouncilRoom | null = null;
  draft: CharterTerms = USUAL;
  /** The number of the charter just given; null before. */
  given: number | null = null;
  readonly loading = new Progress();
  readonly sending = new Progress();

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  async load(branchId: string): Promise<void> {
    const isWriting = this.room !== null && branchId === this.branchId;
    this.branchId = branchId;
    await this.loading.run(async () => {
      const room = await this.call('rates', 'council', { branchId });
      runInAction(() => {
        this.room = room;
        if (!isWriting) this.draft = termsOf(room.charter ?? USUAL);
      });
    });
  }

  setSeats(party: Party, count: number): void {
    this.draft = { ...this.draft, seats: { ...this.draft.seats, [party]: count } };
    this.given = null;
  }

  set(figure: Figure, value: number): void {
    this.draft = { ...this.draft, [figure]: value };
    this.given = null;
  }

  /** Whether the branch gets its first charter, and with it its council. */
  get isFirst(): boolean {
    return this.room !== null && this.room.charter === null;
  }

  get hasChanged(): boolean {
    const standing = this.room?.charter;
    return !standing || JSON.stringify(termsOf(standing)) !== JSON.stringify(this.draft);
  }

  /** People on seats that the draft no longer has. */
  get unseated(): string[] {
    return (this.room?.seats ?? []).flatMap(({ seatId, party, name }) => {
      const number = Number(seatId.slice(seatId.lastIndexOf('-') + 1));
      return name !== null && number > this.draft.seats[party] ? [name] : [];
    });
  }

  /** @returns whether the charter stands */
  async give(): Promise<boolean> {
    const { branchId, draft } = this;
    if (!branchId) return false;
    const isDone = await this.sending.run(async () => {
      const purpose = `charter:${branchId}`;
      const { version } = await this.call('desk', 'charter', { branchId, ...draft }, { purpose });
      runInAction(() => (this.given = version));
    });
    if (isDone) await this.load(branchId);
    return isDone;
  }
}

/** In one order, so that two charters compare. */
function termsOf(terms: CharterTerms): CharterTerms {
  const { community, association, resident } = terms.seats;
  const { quorumPercent, majorityPercent, publicityDays, meetingDay, termMonths } = terms;
  return {
    seats: { community, association, resident },
    quorumPercent,
    majorityPercent,
    publicityDays,
    meetingDay,
    termMonths,
  };
}
