import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Sqlite from 'libsql';
import { BankStartError } from '../bankStartError';

type Statement = Sqlite.Statement<unknown[]>;

// Marks a SQLite file as this bank's ("GYYH"), so that another program's database is never written to.
const APPLICATION_ID = 0x47595948;

/** The one SQLite file behind all collections. Statements are prepared once and kept. */
export class DataFile {
  private readonly statements = new Map<string, Statement>();

  private constructor(private readonly sqlite: Sqlite.Database) {}

  /**
   * Opens or creates the file; `:memory:` keeps everything in memory. A file that is not a sound data file
   * of this bank is left untouched.
   *
   * @throws BankStartError DATA_FILE_* or DATA_FOLDER_NOT_WRITABLE
   */
  static open(path: string): DataFile {
    if (path === ':memory:') return new DataFile(new Sqlite(path));
    const file = resolve(path);
    prepareFolder(file);
    try {
      return new DataFile(openSound(file));
    } catch (error) {
      throw asStartError(file, error);
    }
  }

  prepare(sql: string): Statement {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.sqlite.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }

  exec(sql: string): void {
    this.sqlite.exec(sql);
  }

  /** Runs `work` as one SQLite transaction: all of it is on disk when this returns, or none of it. */
  atomically<T>(work: () => T): T {
    this.prepare('BEGIN IMMEDIATE').run();
    try {
      const result = work();
      this.prepare('COMMIT').run();
      return result;
    } catch (error) {
      this.prepare('ROLLBACK').run();
      throw error;
    }
  }

  close(): void {
    this.statements.clear();
    // libsql keeps a closed file open until its statements have been collected as garbage. Leaving WAL and
    // exclusive mode gives the lock back now.
    if (!this.sqlite.memory) {
      this.sqlite.exec('PRAGMA journal_mode = DELETE');
      this.sqlite.exec('PRAGMA locking_mode = NORMAL');
      this.sqlite.prepare('SELECT count(*) FROM sqlite_master').get();
    }
    this.sqlite.close();
  }
}

function prepareFolder(file: string): void {
  const folder = dirname(file);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new BankStartError('DATA_FOLDER_NOT_WRITABLE', `The folder ${folder} cannot be written to.`, {
      cause,
    });
  }
  if (!existsSync(file)) return;
  if (!statSync(file).isFile()) {
    throw new BankStartError('DATA_FILE_UNREADABLE', `${file} is not a file.`);
  }
  try {
    accessSync(file, constants.R_OK);
  } catch (cause) {
    throw new BankStartError('DATA_FILE_UNREADABLE', `The data file ${file} cannot be read.`, { cause });
  }
  try {
    accessSync(file, constants.W_OK);
  } catch (cause) {
    throw new BankStartError('DATA_FILE_READ_ONLY', `The data file ${file} is read-only.`, { cause });
  }
}

function openSound(file: string): Sqlite.Database {
  const sqlite = new Sqlite(file);
  try {
    // Held until the process ends, however it ends: two local clouds on one file would each keep counters,
    // transactions and warm functions that the other knows nothing of.
    sqlite.exec('PRAGMA locking_mode = EXCLUSIVE');
    checkOwner(sqlite, file);
    sqlite.exec('PRAGMA journal_mode = WAL');
    // FULL, because an answer "written" is a promise: in WAL mode NORMAL syncs only at checkpoints, and a power
    // cut or kill -9 at the wrong moment would take back writes that a function has already acted on.
    sqlite.exec('PRAGMA synchronous = FULL');
    sqlite.exec('BEGIN IMMEDIATE');
    sqlite.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
    sqlite.exec('COMMIT');
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

function checkOwner(sqlite: Sqlite.Database, file: string): void {
  const owner = (sqlite.prepare('PRAGMA application_id').get() as { application_id: number }).application_id;
  const tables = (sqlite.prepare('SELECT count(*) AS n FROM sqlite_master').get() as { n: number }).n;
  if (owner !== APPLICATION_ID && tables > 0) {
    throw new BankStartError(
      'DATA_FILE_FOREIGN',
      `${file} is a SQLite database of another program; choose another data file.`,
    );
  }
  const verdict = Object.values(sqlite.prepare('PRAGMA quick_check(1)').get() as object)[0];
  if (verdict !== 'ok') {
    throw new BankStartError(
      'DATA_FILE_CORRUPT',
      `The data file ${file} is damaged (${String(verdict)}). Restore a backup, or move it away to start anew.`,
    );
  }
}

function asStartError(file: string, error: unknown): BankStartError {
  if (error instanceof BankStartError) return error;
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const cause = error;
  if (/NOTADB/.test(code) || /not a database/.test(message)) {
    return new BankStartError('DATA_FILE_NOT_SQLITE', `${file} is not a data file of the bank.`, { cause });
  }
  if (/CORRUPT/.test(code) || /malformed/.test(message)) {
    return new BankStartError(
      'DATA_FILE_CORRUPT',
      `The data file ${file} is damaged. Restore a backup, or move it away to start anew.`,
      { cause },
    );
  }
  if (/BUSY|LOCKED/.test(code) || /locked/.test(message)) {
    return new BankStartError(
      'DATA_FILE_LOCKED',
      `The data file ${file} is in use by another running bank; stop that one first.`,
      { cause },
    );
  }
  if (/READONLY/.test(code)) {
    return new BankStartError('DATA_FILE_READ_ONLY', `The data file ${file} is read-only.`, { cause });
  }
  return new BankStartError('DATA_FILE_UNREADABLE', `The data file ${file} cannot be opened: ${message}`, {
    cause,
  });
}
