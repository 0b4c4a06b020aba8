import { accessSync, constants, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Sqlite from 'libsql';
import { BankStartError } from '../bankStartError';
import type { CollectionDefinition } from '../database/collectionDefinition';
import { DocumentStore } from '../database/documentStore';

/** What SQLite may leave beside a data file whose process was killed. */
const COMPANIONS = ['-wal', '-shm', '-journal'];

export type BankState = 'missing' | 'empty' | 'used';

/**
 * The folder of a bank's data. Held by one start at a time, until its process ends, however it ends; a bank that is
 * being made stands beside the one in use and takes its place in one step.
 */
export class DataFolder {
  readonly bankFile: string;
  readonly secretsFile: string;
  /** Where a new bank is made; whatever a start that was cut off left there is gone. */
  readonly newBankFile: string;
  readonly scratch: string;

  private constructor(
    readonly path: string,
    private readonly lock: Sqlite.Database,
  ) {
    this.bankFile = join(path, 'bank.sqlite');
    this.secretsFile = join(path, 'secrets.json');
    this.newBankFile = join(path, 'bank.new.sqlite');
    this.scratch = join(path, 'bank.new');
  }

  /** @throws BankStartError DATA_FOLDER_NOT_WRITABLE, DATA_FILE_LOCKED */
  static open(path: string): DataFolder {
    const folder = new DataFolder(resolve(path), holdFolder(resolve(path)));
    folder.clearNew();
    return folder;
  }

  /** What is there; leaves it untouched. @throws BankStartError when the data file cannot be used */
  bankState(collections: CollectionDefinition[]): BankState {
    if (!existsSync(this.bankFile)) return 'missing';
    const store = new DocumentStore(this.bankFile, collections);
    const used = store.names().some((name) => store.table(name).count() > 0);
    store.close();
    return used ? 'used' : 'empty';
  }

  /** Puts the new bank in the place of whatever is there. */
  takeNewBank(collections: CollectionDefinition[]): void {
    // A write-ahead log left behind by a killed process would be read into the new file: close the old one first.
    if (existsSync(this.bankFile)) this.settleOldBank(collections);
    for (const suffix of COMPANIONS) rmSync(this.bankFile + suffix, { force: true });
    renameSync(this.newBankFile, this.bankFile);
    this.clearNew();
  }

  /** Keeps what cannot be used under another name, so that nothing is lost. */
  putBankAside(at: Date): void {
    const mark = `.aside-${at
      .toISOString()
      .replace(/[^0-9]/g, '')
      .slice(0, 14)}`;
    for (const file of [this.bankFile, ...COMPANIONS.map((suffix) => this.bankFile + suffix)])
      if (existsSync(file)) renameSync(file, file + mark);
  }

  /** Whether a log of a data file stands here whose file is gone. */
  hasLostLog(): boolean {
    return !existsSync(this.bankFile) && existsSync(`${this.bankFile}-wal`);
  }

  clearNew(): void {
    for (const name of readdirSync(this.path))
      if (name.startsWith('bank.new')) rmSync(join(this.path, name), { recursive: true, force: true });
  }

  close(): void {
    this.lock.close();
  }

  private settleOldBank(collections: CollectionDefinition[]): void {
    try {
      new DocumentStore(this.bankFile, collections).close();
    } catch (error) {
      // A damaged bank is being replaced for just that reason.
      if (!(error instanceof BankStartError)) throw error;
    }
  }
}

/** Takes the folder's lock, which the system drops with the process. */
function holdFolder(path: string): Sqlite.Database {
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.W_OK);
    const lock = new Sqlite(join(path, '.in-use'));
    lock.exec('PRAGMA locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (cause) {
    if (/BUSY|LOCKED/.test((cause as { code?: string }).code ?? ''))
      throw new BankStartError('DATA_FILE_LOCKED', `The folder ${path} is in use by another running bank.`, {
        cause,
      });
    throw new BankStartError('DATA_FOLDER_NOT_WRITABLE', `The folder ${path} cannot be written to.`, {
      cause,
    });
  }
}
