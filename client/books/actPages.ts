import { makeAutoObservable, runInAction } from 'mobx';
import type { ActRow } from '../../types/act';
import { type Day, dayOf, type Instant } from '../../types/day';
import { Progress } from '../cloud/progress';

/** Asks for the newest acts, or the newest before a moment. */
type Fetch = (before: { before?: Instant }) => Promise<{ acts: ActRow[]; more: boolean }>;

/** Acts as they are asked for, the newest first, and further back as far as one cares to look. */
export class ActPages {
  acts: ActRow[] | null = null;
  more = false;
  readonly loading = new Progress();
  readonly goingBack = new Progress();
  private turn = 0;

  constructor(private readonly fetch: Fetch) {
    makeAutoObservable<this, 'turn' | 'fetch'>(this, { turn: false, fetch: false });
  }

  /** Acts by the day on which they were done. */
  get days(): { day: Day; acts: ActRow[] }[] {
    const days: { day: Day; acts: ActRow[] }[] = [];
    for (const act of this.acts ?? []) {
      const day = dayOf(act.at);
      const last = days.at(-1);
      if (last?.day === day) last.acts.push(act);
      else days.push({ day, acts: [act] });
    }
    return days;
  }

  /** Forgets what is shown: it is about something else from now on. */
  clear(): void {
    this.turn++;
    this.acts = null;
    this.more = false;
  }

  /** Fetches the newest; what was shown stays until they are there. */
  async load(): Promise<void> {
    await this.loading.run(() => this.fetchNewest());
  }

  /** Fetches those before the ones shown. */
  async loadEarlier(): Promise<void> {
    const known = this.acts ?? [];
    const last = known.at(-1);
    if (!last) return;
    await this.goingBack.run(async () => {
      const { turn } = this;
      const shown = new Set(known.map(({ id }) => id));
      const isFresh = ({ id }: ActRow) => !shown.has(id);
      // Several things can be done at one moment: those of the last one that are not shown yet come along.
      let { acts, more } = await this.fetch({ before: last.at + 1 });
      if (more && !acts.some(isFresh)) ({ acts, more } = await this.fetch({ before: last.at }));
      const fresh = acts.filter(isFresh);
      runInAction(() => {
        if (turn !== this.turn) return;
        this.acts = [...known, ...fresh];
        this.more = more;
      });
    });
  }

  private async fetchNewest(): Promise<void> {
    const { turn } = this;
    const { acts, more } = await this.fetch({});
    // It is about something else meanwhile.
    if (turn !== this.turn) return this.fetchNewest();
    runInAction(() => {
      this.acts = acts;
      this.more = more;
    });
  }
}
