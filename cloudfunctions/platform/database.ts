import cloud from 'wx-server-sdk';

// The cloud's Node 18 keeps connections alive only if the first init asks for it.
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true } as Parameters<typeof cloud.init>[0]);

/** The parts of the SDK's database that the bank uses; its own declarations leave most of it `any`. */
export interface Collection {
  doc(id: string): { get(): Promise<{ data: unknown }> };
  add(options: { data: object }): Promise<{ _id: string }>;
  where(condition: object): Query;
  aggregate(): Aggregate;
}

export interface Query {
  orderBy(field: string, direction: 'asc' | 'desc'): Query;
  limit(count: number): Query;
  field(shown: Record<string, boolean>): Query;
  get(): Promise<{ data: unknown[] }>;
  update(options: { data: object; multi: boolean }): Promise<{ stats: { updated: number } }>;
}

export interface Aggregate {
  match(condition: object): Aggregate;
  sort(order: Record<string, 1 | -1>): Aggregate;
  addFields(fields: object): Aggregate;
  lookup(options: { from: string; localField: string; foreignField: string; as: string }): Aggregate;
  group(fields: object): Aggregate;
  limit(count: number): Aggregate;
  end(): Promise<{ list: unknown[] }>;
}

/** A condition on one field, to which others may be joined. */
export interface Condition {
  and(other: Condition): Condition;
}

/** Conditions and update operators; see the SDK's `db.command`. */
export interface Command {
  eq(value: unknown): object;
  neq(value: unknown): object;
  gt(value: unknown): Condition;
  gte(value: unknown): Condition;
  lt(value: unknown): Condition;
  lte(value: unknown): Condition;
  in(values: readonly unknown[]): object;
  exists(value: boolean): object;
  not(condition: object): object;
  inc(value: number): object;
  set(value: unknown): object;
  remove(): object;
  push(value: unknown[] | { each: unknown[]; slice?: number }): object;
}

const database = cloud.database({ throwOnNotFound: false } as Parameters<typeof cloud.database>[0]);

export const command = database.command as unknown as Command;

/** Within an aggregation's group: the sum of a field (`'$points'`) or of a number a document. */
export function sumOf(what: string | number): object {
  return (command as unknown as { aggregate: { sum(what: string | number): object } }).aggregate.sum(what);
}

export function collectionNamed(name: string): Collection {
  return database.collection(name) as unknown as Collection;
}

/** Whether an error is the database's own, by the SDK's numbers: negative, and passing as a rule. */
export function isDatabaseError(error: unknown): boolean {
  const code = (error as { errCode?: unknown } | null)?.errCode;
  return typeof code === 'number' && code < 0;
}
