import { randomUUID } from 'node:crypto';
import { DatabaseError } from './databaseError';
import type { Document } from './ejson';

/** A document's text before or after; undefined where there is none. */
type Text = string | undefined;

const TIME_LIMIT_MS = 30_000;

/** An open transaction: what it has written, and the moment whose data it sees. */
export class Transaction {
  readonly id = randomUUID();
  /** Documents as the transaction leaves them, by collection and id; null for removed. */
  readonly writes = new Map<string, { collection: string; id: string; document: Document | null }>();
  readonly ended: Promise<void>;
  private resolveEnded!: () => void;

  constructor(
    readonly startedAt: number,
    readonly expiresAt: number,
  ) {
    this.ended = new Promise((resolve) => (this.resolveEnded = resolve));
  }

  end(): void {
    this.resolveEnded();
  }
}

/** Thrown by a plain write that meets an open transaction's document: it has to wait, as in MongoDB. */
export class DocumentLocked extends Error {
  constructor(readonly transaction: Transaction) {
    super('document is written by an open transaction');
  }
}

/**
 * Snapshot isolation, as the cloud has it: a transaction sees the data of its start and its own writes. Whoever
 * comes second to write a document is refused at once; what was only read is not protected (write skew).
 */
export class Transactions {
  private readonly open = new Map<string, Transaction>();
  private readonly locks = new Map<string, Transaction>();
  /** For each document written since the oldest open transaction began: what it was before, and when. */
  private readonly past = new Map<string, { changedAt: number; before: Text }[]>();
  private changes = 0;

  begin(): string {
    this.expire();
    const transaction = new Transaction(this.changes, Date.now() + TIME_LIMIT_MS);
    this.open.set(transaction.id, transaction);
    return transaction.id;
  }

  /** @throws DatabaseError DATABASE_TRANSACTION_FAIL when it has ended, or has been open for 30 s. */
  get(id: string): Transaction {
    this.expire();
    const transaction = this.open.get(id);
    if (!transaction) {
      throw new DatabaseError('DATABASE_TRANSACTION_FAIL', 'the transaction does not exist or has timed out');
    }
    return transaction;
  }

  end(transaction: Transaction): void {
    this.open.delete(transaction.id);
    for (const [key, owner] of this.locks) if (owner === transaction) this.locks.delete(key);
    if (this.open.size === 0) this.past.clear();
    transaction.end();
  }

  /** What the transaction sees, given what is stored now. */
  seenText(transaction: Transaction, collection: string, id: string, current: Text): Text {
    const change = this.past
      .get(keyOf(collection, id))
      ?.find(({ changedAt }) => changedAt > transaction.startedAt);
    return change ? change.before : current;
  }

  /** Documents of the collection that the transaction may see otherwise than they are stored. */
  changedIds(transaction: Transaction, collection: string): string[] {
    const prefix = keyOf(collection, '');
    const ids = [...this.past.keys(), ...transaction.writes.keys()]
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
    return [...new Set(ids)];
  }

  /**
   * Notes a write of the transaction and keeps others off the document.
   *
   * @throws DatabaseError DATABASE_TRANSACTION_CONFLICT; the transaction is over then
   */
  write(transaction: Transaction, collection: string, id: string, document: Document | null): void {
    const key = keyOf(collection, id);
    const owner = this.locks.get(key);
    const changed = this.past.get(key)?.some(({ changedAt }) => changedAt > transaction.startedAt);
    if ((owner && owner !== transaction) || changed) {
      this.end(transaction);
      throw new DatabaseError(
        'DATABASE_TRANSACTION_CONFLICT',
        `[${collection}] ${id}: write conflict, please retry`,
      );
    }
    this.locks.set(key, transaction);
    transaction.writes.set(key, { collection, id, document });
  }

  /**
   * To be called before any write outside of transactions.
   *
   * @throws DocumentLocked
   */
  checkUnlocked(collection: string, id: string): void {
    if (this.locks.size === 0) return;
    this.expire();
    const owner = this.locks.get(keyOf(collection, id));
    if (owner) throw new DocumentLocked(owner);
  }

  /** To be called with every write that has happened. */
  noteChange(collection: string, id: string, before: Text): void {
    this.changes++;
    if (this.open.size === 0) return;
    const key = keyOf(collection, id);
    const changes = this.past.get(key) ?? [];
    changes.push({ changedAt: this.changes, before });
    this.past.set(key, changes);
  }

  private expire(): void {
    const now = Date.now();
    for (const transaction of this.open.values()) if (transaction.expiresAt <= now) this.end(transaction);
  }
}

const keyOf = (collection: string, id: string): string => `${collection}\0${id}`;
