/** Chance with a seed: the same seed takes the same turns, so the demo street is the same each time. */
export class Chance {
  private state: number;

  constructor(seed: string) {
    // FNV-1a spreads seeds that differ in one letter.
    let hash = 0x811c9dc5;
    for (const character of seed) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
    this.state = hash >>> 0;
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)]!;
  }

  /** At most `count` different entries; the heavier, the likelier. */
  pickSome<T>(list: readonly T[], count: number, weigh: (entry: T) => number = () => 1): T[] {
    return list
      .map((entry) => ({ entry, key: Math.pow(this.next(), 1 / weigh(entry)) }))
      .sort((a, b) => b.key - a.key)
      .slice(0, count)
      .map(({ entry }) => entry);
  }

  /** Between 0 and 1, by mulberry32. */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
}
