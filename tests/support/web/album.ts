import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const SHELF = 'artifacts/screens';

/** The pictures of one walk, numbered in the order in which they were taken. */
export class Album {
  readonly folder: string;
  private count = 0;

  /** Begins empty: what an earlier walk left is thrown away. */
  constructor(name: string) {
    this.folder = join(SHELF, name);
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true });
  }

  /** Where the next picture goes: `NN-name.png`. */
  next(name: string): string {
    this.count += 1;
    return join(this.folder, `${String(this.count).padStart(2, '0')}-${name}.png`);
  }

  /** Where a picture of a failure goes, without its ending. */
  failure(name: string): string {
    return join(this.folder, `failed-${name}`);
  }
}
