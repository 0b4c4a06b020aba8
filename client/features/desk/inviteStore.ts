import { makeAutoObservable, runInAction } from 'mobx';
import type { Party } from '../../../types/entities';
import type { Input, Output, SeatRow } from '../../../types/routes';
import type { CallCloud } from '../../cloud/callCloud';
import { hasErrors, textError } from '../../fieldErrors';
import { Progress } from '../../cloud/progress';

export type InvitedRole = Input<'desk', 'invite'>['role'];

/** Invites a person to a role. The code is told once: the bank keeps only its hash. */
export class InviteStore {
  role: InvitedRole | null = null;
  branchId: string | null = null;
  name = '';
  merchantName = '';
  /** The council's seats at the branch; null until they are known. */
  seats: SeatRow[] | null = null;
  party: Party | null = null;
  seatId: string | null = null;
  isChecked = false;
  made: Output<'desk', 'invite'> | null = null;
  readonly sending = new Progress();
  readonly loadingSeats = new Progress();

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  /**
   * A new invitation; whoever has only one role to give is not asked which.
   * @param seatId the seat that the invitation is for, if it began there
   */
  begin(branchId: string | null, roles: readonly InvitedRole[], seatId: string | null = null): void {
    this.role = roles.length === 1 ? roles[0]! : null;
    this.seats = null;
    this.party = null;
    this.seatId = null;
    this.branchId = branchId;
    this.name = '';
    this.merchantName = '';
    this.isChecked = false;
    this.made = null;
    this.sending.forget();
    if (seatId) {
      this.role = 'councillor';
      void this.loadSeats().then(() => this.takeSeat(seatId));
    }
  }

  chooseRole(role: InvitedRole): void {
    this.role = role;
    if (role === 'councillor') void this.loadSeats();
  }

  chooseBranch(branchId: string): void {
    if (branchId !== this.branchId) this.seats = null;
    this.branchId = branchId;
    if (this.role === 'councillor') void this.loadSeats();
  }

  chooseParty(party: Party): void {
    this.party = party;
    const [only, ...others] = this.emptySeats;
    this.seatId = only && others.length === 0 ? only.seatId : null;
  }

  chooseSeat(seatId: string): void {
    this.seatId = seatId;
  }

  /** Asks which seats the branch's council has. */
  async loadSeats(): Promise<void> {
    const { branchId } = this;
    if (!branchId) return;
    await this.loadingSeats.run(async () => {
      const { seats } = await this.call('rates', 'council', { branchId });
      runInAction(() => {
        this.seats = seats;
        if (!seats.some((seat) => seat.seatId === this.seatId && seat.name === null)) this.seatId = null;
      });
    });
    // Another branch was chosen meanwhile.
    if (branchId !== this.branchId) await this.loadSeats();
  }

  /** Whether the branch is known to have no council, so that nobody can be seated. */
  get lacksCouncil(): boolean {
    return this.role === 'councillor' && this.seats !== null && this.seats.length === 0;
  }

  /** The chosen party's seats that nobody holds. */
  get emptySeats(): SeatRow[] {
    return (this.seats ?? []).filter((seat) => seat.party === this.party && seat.name === null);
  }

  emptyOf(party: Party): number {
    return (this.seats ?? []).filter((seat) => seat.party === party && seat.name === null).length;
  }

  writeName(name: string): void {
    this.name = name;
  }

  writeMerchantName(name: string): void {
    this.merchantName = name;
  }

  get errors() {
    const isForBranch = this.role !== 'street';
    return {
      role: this.role ? undefined : '请选择请他来做什么。',
      branch: isForBranch && !this.branchId ? '请选择储蓄所。' : undefined,
      name: textError(this.name, '请填对方的姓名。', 20),
      merchantName:
        this.role === 'merchant'
          ? textError(this.merchantName, '请填商户名称，如“便民超市”。', 20)
          : undefined,
      seat: this.role === 'councillor' && !this.seatId ? '请选择哪一方的哪一席。' : undefined,
    };
  }

  get shownErrors(): Partial<InviteStore['errors']> {
    return this.isChecked ? this.errors : {};
  }

  async invite(): Promise<void> {
    this.isChecked = true;
    const input = this.input;
    if (hasErrors(this.errors) || !input) return;
    await this.sending.run(async () => {
      const made = await this.call('desk', 'invite', input, { purpose: 'invite' });
      runInAction(() => (this.made = made));
    });
  }

  private get input(): Input<'desk', 'invite'> | null {
    const { role, branchId } = this;
    const name = this.name.trim();
    if (role === 'street') return { role, name };
    if (!role || !branchId) return null;
    if (role === 'merchant') return { role, branchId, name, merchantName: this.merchantName.trim() };
    if (role === 'councillor') return this.seatId ? { role, branchId, seatId: this.seatId, name } : null;
    return { role, branchId, name };
  }

  private takeSeat(seatId: string): void {
    const seat = this.seats?.find((one) => one.seatId === seatId && one.name === null);
    if (!seat) return;
    this.party = seat.party;
    this.seatId = seatId;
  }
}
