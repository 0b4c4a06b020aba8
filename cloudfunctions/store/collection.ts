import chunk from 'lodash/chunk';
import uniq from 'lodash/uniq';
import { type Collection, collectionNamed, command as _, sumOf } from '../platform/database';

/** What else is read along: documents of another collection whose field equals the local one. */
export interface Lookup {
  from: string;
  localField: string;
  foreignField: string;
  as: string;
}

const MOST_GROUPS = 1000;
/** Ids that one request asks for. */
const MOST_NAMED = 200;

export type Claim<T> = { claimed: true; record: T } | { claimed: false; record: T };

/** What every collection of the bank can do. Conditions are built by the store's own files only. */
export class Documents<T extends { _id: string }> {
  private readonly collection: Collection;

  constructor(readonly name: string) {
    this.collection = collectionNamed(name);
  }

  async get(id: string): Promise<T | null> {
    const { data } = await this.collection.doc(id).get();
    return (Array.isArray(data) ? data[0] : data) ?? null;
  }

  /**
   * Adds a record under its own id, which makes the id taken. If it was taken before, gives the record that is
   * there: the platform's error numbers for that differ, so the answer comes from reading.
   */
  async claim(record: T): Promise<Claim<T>> {
    try {
      await this.collection.add({ data: record });
      return { claimed: true, record };
    } catch (error) {
      const existing = await this.get(record._id);
      if (!existing) throw error;
      return { claimed: false, record: existing };
    }
  }

  /** Changes ONE document if it still meets the condition; tells whether it did. Atomic. */
  async change(condition: { _id: string; [field: string]: unknown }, data: object): Promise<boolean> {
    const { stats } = await this.collection.where(condition).update({ data, multi: false });
    return stats.updated === 1;
  }

  /** Changes every document that meets the condition, one after the other: safe to repeat, not atomic. */
  async changeAll(condition: object, data: object): Promise<void> {
    await this.collection.where(condition).update({ data, multi: true });
  }

  /**
   * Moves a record on in its life, if it is still in the state in which it was read.
   * @param still what else must not have changed
   */
  move<S>(record: { _id: string; state: S }, to: Partial<T>, still: object = {}): Promise<boolean> {
    // Objects are put whole: merged into what stands there, they could leave a field behind.
    const data = Object.entries(to).map(([field, value]) => [field, isObject(value) ? _.set(value) : value]);
    return this.change({ ...still, _id: record._id, state: record.state }, Object.fromEntries(data));
  }

  /** At most `limit` documents that meet the condition, in order. The condition must have its index. */
  async find(
    condition: object,
    order: [field: string, direction: 'asc' | 'desc'] | null,
    limit: number,
    without: readonly string[] = [],
  ): Promise<T[]> {
    const hidden = Object.fromEntries(without.map((field) => [field, false]));
    const matching =
      without.length > 0 ? this.collection.where(condition).field(hidden) : this.collection.where(condition);
    const ordered = order ? matching.orderBy(order[0], order[1]) : matching;
    const { data } = await ordered.limit(limit).get();
    return data as T[];
  }

  /**
   * All documents that meet the condition, page by page along their ids.
   * @param shown the only fields read
   */
  async all(condition: object, shown: readonly string[] | 'whole', page: number): Promise<T[]> {
    const fields = shown === 'whole' ? null : Object.fromEntries(shown.map((field) => [field, true]));
    const found: T[] = [];
    for (let last: string | null = null; ;) {
      const from = last === null ? condition : { ...condition, _id: _.gt(last) };
      const matching = this.collection.where(from);
      const query = (fields ? matching.field(fields) : matching).orderBy('_id', 'asc').limit(page);
      const { data } = (await query.get()) as { data: T[] };
      found.push(...data);
      if (data.length < page) return found;
      last = data.at(-1)!._id;
    }
  }

  /** The documents of these ids, in no order; what is not there is left out. */
  async named(ids: readonly string[]): Promise<T[]> {
    const found: T[] = [];
    for (const some of chunk(uniq(ids), MOST_NAMED))
      found.push(...(await this.find({ _id: _.in(some) }, null, MOST_NAMED)));
    return found;
  }

  /** How many documents meet the condition, for each value of a field. */
  async countBy<V>(condition: object, field: string): Promise<Map<V, number>> {
    const groups = this.collection
      .aggregate()
      .match(condition)
      .group({ _id: `$${field}`, count: sumOf(1) })
      .limit(MOST_GROUPS);
    const { list } = (await groups.end()) as { list: { _id: V; count: number }[] };
    return new Map(list.map(({ _id, count }) => [_id, count]));
  }

  /** The sum of a field over the documents that meet the condition. */
  async total(condition: object, field: string): Promise<number> {
    const sums = this.collection
      .aggregate()
      .match(condition)
      .group({ _id: null, total: sumOf(`$${field}`) })
      .limit(1);
    const { list } = (await sums.end()) as { list: { total: number }[] };
    return list[0]?.total ?? 0;
  }

  /** As `find`, each document together with what belongs to it, in one request. */
  async findWithRelated<R>(
    condition: object,
    [field, direction]: [field: string, direction: 'asc' | 'desc'],
    limit: number,
    lookup: Lookup,
  ): Promise<R[]> {
    const ordered = this.collection
      .aggregate()
      .match(condition)
      .sort({ [field]: direction === 'asc' ? 1 : -1 });
    const { list } = await ordered.limit(limit).lookup(lookup).end();
    return list as R[];
  }

  /** A document together with what belongs to it, in one request. */
  async withRelated<R>(
    match: object,
    constants: Record<string, string | readonly string[]>,
    lookups: readonly Lookup[],
  ): Promise<R | null> {
    let stages = this.collection.aggregate().match(match).limit(1);
    if (Object.keys(constants).length > 0) stages = stages.addFields(constants);
    for (const lookup of lookups) stages = stages.lookup(lookup);
    const { list } = await stages.end();
    return (list[0] as R | undefined) ?? null;
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
