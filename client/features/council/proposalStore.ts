import { makeAutoObservable, runInAction } from 'mobx';
import { type Day, HOUR, type Instant, shanghai, startOfDay, DAY, dayOf, addDays } from '../../../types/day';
import type { Choice } from '../../../types/entities';
import { type RateChange, rateDifference } from '../../../types/rateDifference';
import type { ProposalPage, RevisionRow, VoteRow } from '../../../types/routes';
import type { BankClock } from '../../cloud/bankClock';
import type { CallCloud } from '../../cloud/callCloud';
import { Progress } from '../../cloud/progress';

/** Voting ends at eight in the evening and leaves everybody a day, for two months at most; the bank counts the same. */
const EVENING = 20 * HOUR;
const MOST_DAYS = 61;

/** A proposal as everybody sees it, and what the council does about it. */
export class ProposalStore {
  page: ProposalPage | null = null;
  /** The bank's time when this was fetched. */
  asOf: Instant = 0;
  remark = '';
  readonly loading = new Progress();
  readonly acting = new Progress();
  readonly remarking = new Progress();
  private chosen: number | null = null;

  constructor(
    private readonly call: CallCloud,
    private readonly clock: BankClock,
  ) {
    makeAutoObservable<this, 'call' | 'clock'>(this, { call: false, clock: false });
  }

  async load(proposalId: string): Promise<void> {
    await this.loading.run(async () => {
      const page = await this.call('rates', 'proposal', { proposalId });
      runInAction(() => {
        this.page = page;
        this.asOf = this.clock.now();
      });
    });
  }

  /** The revision that is shown: the newest unless another was chosen. */
  get revision(): RevisionRow | null {
    const { page } = this;
    return page?.revisions.find(({ revision }) => revision === (this.chosen ?? page.revision)) ?? null;
  }

  get changes(): RateChange[] {
    return this.page && this.revision ? rateDifference(this.page.base, this.revision) : [];
  }

  get mySeats(): VoteRow[] {
    return this.page?.votes.filter((vote) => vote.isMine) ?? [];
  }

  /** The seat that the person votes for next. */
  get seatToVote(): VoteRow | null {
    return this.mySeats.find((vote) => vote.choice === null) ?? null;
  }

  get canRemark(): boolean {
    return this.mySeats.length > 0 && (this.page?.stage === 'discussion' || this.page?.stage === 'voting');
  }

  /** Whether what it would have done is of use: until the card is in force. */
  get isAhead(): boolean {
    const { page } = this;
    if (!page) return false;
    if (page.stage === 'passed') return page.effectiveOn !== null && this.asOf < startOfDay(page.effectiveOn);
    return page.stage === 'discussion' || page.stage === 'voting';
  }

  /** Days on which the vote may end: first, last, and the usual one of the charter. */
  get closingDays(): { first: Day; last: Day; usual: Day } {
    const earliest = this.asOf + DAY - EVENING;
    const first = startOfDay(dayOf(earliest)) >= earliest ? dayOf(earliest) : addDays(dayOf(earliest), 1);
    const month = shanghai(this.asOf).startOf('month');
    const meetings = [0, 1, 2].map((ahead) =>
      month
        .add(ahead, 'month')
        .date(this.page?.charter.meetingDay ?? 15)
        .format('YYYY-MM-DD'),
    );
    return {
      first,
      last: addDays(dayOf(this.asOf), MOST_DAYS),
      usual: meetings.find((day) => day >= first) ?? first,
    };
  }

  choose(revision: number): void {
    this.chosen = revision;
  }

  writeRemark(text: string): void {
    this.remark = text;
  }

  async sendRemark(): Promise<void> {
    const { page } = this;
    const text = this.remark.trim();
    if (!page || text === '') return;
    await this.remarking.run(async () => {
      const { proposalId } = page;
      const said = await this.call(
        'rates',
        'comment',
        { proposalId, text },
        { purpose: `comment:${proposalId}` },
      );
      runInAction(() => {
        this.remark = '';
        if (!page.comments.some(({ id }) => id === said.id)) page.comments.push(said);
      });
    });
  }

  async open(closesOn: Day): Promise<boolean> {
    return this.act((proposalId, revision) =>
      this.call(
        'rates',
        'open',
        { proposalId, revision, closesOn },
        { purpose: `open:${proposalId}:${revision}` },
      ),
    );
  }

  async vote(choice: Choice): Promise<boolean> {
    const seat = this.seatToVote;
    if (!seat) return false;
    const { seatId } = seat;
    return this.act((proposalId, revision) =>
      this.call(
        'rates',
        'vote',
        { proposalId, revision, seatId, choice },
        { purpose: `vote:${proposalId}:${seatId}` },
      ),
    );
  }

  async confirm(minutesId: string): Promise<boolean> {
    return this.act(() =>
      this.call('rates', 'confirmRecord', { minutesId }, { purpose: `confirmRecord:${minutesId}` }),
    );
  }

  async count(): Promise<boolean> {
    return this.act((proposalId) =>
      this.call('rates', 'decide', { proposalId }, { purpose: `decide:${proposalId}` }),
    );
  }

  async withdraw(): Promise<boolean> {
    return this.act((proposalId) =>
      this.call('rates', 'abandon', { proposalId }, { purpose: `abandon:${proposalId}` }),
    );
  }

  /** Does it, then shows what the bank says of the proposal now. @returns whether it was done */
  private async act(deed: (proposalId: string, revision: number) => Promise<unknown>): Promise<boolean> {
    const { page } = this;
    if (!page) return false;
    const isDone = await this.acting.run(async () => {
      await deed(page.proposalId, page.revision);
    });
    if (isDone) await this.load(page.proposalId);
    return isDone;
  }
}
