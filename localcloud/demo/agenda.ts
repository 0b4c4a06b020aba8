import type { Instant } from '../../types/day';

type Work = (now: Instant) => Promise<void>;

/** What will happen at a branch and when. Each thing happens strictly later than the one before. */
export class Agenda {
  private readonly entries: { at: Instant; work: Work }[] = [];
  private last: Instant = 0;

  plan(at: Instant, work: Work): void {
    let place = this.entries.length;
    while (place > 0 && this.entries[place - 1]!.at > at) place -= 1;
    this.entries.splice(place, 0, { at, work });
  }

  /** Lives through all that is planned before a moment, and through what that leads to. */
  async liveUntil(until: Instant): Promise<void> {
    for (let next = this.entries[0]; next && next.at < until; next = this.entries[0]) {
      this.entries.shift();
      this.last = Math.max(next.at, this.last + 1);
      await next.work(this.last);
    }
  }
}
