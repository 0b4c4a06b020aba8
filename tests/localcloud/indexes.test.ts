import fc from 'fast-check';
import { countDocuments, findDocuments } from '../../localcloud/database/findDocuments';
import { DocumentStore } from '../../localcloud/database/documentStore';
import type { Document } from '../../localcloud/database/ejson';

const indexes = [
  { name: 'a', keys: [{ field: 'a', order: 1 as const }] },
  {
    name: 'b_c',
    keys: [
      { field: 'b', order: 1 as const },
      { field: 'c', order: -1 as const },
    ],
  },
  { name: 'd_x', keys: [{ field: 'd.x', order: 1 as const }] },
];

/** The same documents with the indexes and without: the one without has to look at everything. */
function twoStores(documents: Document[]): [DocumentStore, DocumentStore] {
  const stores = [indexes, []].map((own) => new DocumentStore(':memory:', [{ name: 't', indexes: own }]));
  for (const store of stores) store.insert('t', documents);
  return stores as [DocumentStore, DocumentStore];
}

const scalar = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom('', 'a', 'ab', 'b\0', '分'),
  fc.boolean(),
  fc.constant(null),
  fc.integer({ min: 0, max: 3 }).map((day) => new Date(day * 86_400_000)),
  fc.constantFrom(NaN, Infinity, -0.5),
);
const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }));
const document = fc.record(
  {
    a: value,
    b: scalar,
    c: scalar,
    d: fc.oneof(fc.record({ x: scalar }), fc.array(fc.record({ x: scalar }))),
  },
  { requiredKeys: [] },
);
const condition = fc.oneof(
  scalar,
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc
    .record({ $gte: scalar, $lt: scalar }, { requiredKeys: [] })
    .filter((range) => Object.keys(range).length > 0),
  fc.record({ $gt: scalar, $lte: scalar }),
  fc.record({ $ne: scalar }),
);
const simple = fc
  .record(
    { a: condition, b: condition, c: condition, 'd.x': condition, _id: condition },
    { requiredKeys: [] },
  )
  .map((query): Document => query);
const query = fc.oneof(
  simple,
  fc.tuple(simple, simple).map(([one, two]): Document => ({ $and: [one, two] })),
  fc.tuple(simple, simple).map(([one, two]): Document => ({ ...one, $or: [two, { b: 1 }] })),
);
const sort = fc.constantFrom<[string, 1 | -1][]>(
  [],
  [['c', 1]],
  [['c', -1]],
  [
    ['b', -1],
    ['c', 1],
  ],
  [['a', 1]],
  [['_id', -1]],
);

const found = (store: DocumentStore, ...[search, options]: [Document, Parameters<typeof findDocuments>[2]]) =>
  findDocuments(store.table('t'), search, options, { examined: 0 });

describe('an index', () => {
  it('never changes what is found or counted', () => {
    fc.assert(
      fc.property(fc.array(document, { maxLength: 25 }), query, sort, (contents, search, order) => {
        const [indexed, plain] = twoStores(contents.map((content, i) => ({ _id: `id${i}`, ...content })));
        const [byIndex, byScan] = [
          found(indexed, search, { sort: order }),
          found(plain, search, { sort: order }),
        ];
        const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort();
        expect(ids(byIndex)).toEqual(ids(byScan));
        // Documents that sort alike may come in any order: compare the values sorted by, not the ids.
        const keys = (list: { document: Document }[]) =>
          list.map(({ document }) => order.map(([field]) => document[field] ?? null));
        if (order.every(([field]) => field !== 'a')) expect(keys(byIndex)).toEqual(keys(byScan));
        expect(countDocuments(indexed.table('t'), search, { examined: 0 })).toBe(byScan.length);
        const page = found(indexed, search, { sort: order, skip: 1, limit: 2 });
        if (order.length > 0) expect(ids(page)).toEqual(ids(byIndex.slice(1, 3)));
        for (const store of [indexed, plain]) store.close();
      }),
      { numRuns: 400 },
    );
  });

  it('follows every change of a document', () => {
    fc.assert(
      fc.property(fc.array(document, { minLength: 3, maxLength: 3 }), simple, (contents, search) => {
        const [indexed, plain] = twoStores([
          { _id: 'one', ...contents[0] },
          { _id: 'two', ...contents[1] },
        ]);
        for (const store of [indexed, plain]) {
          const change = {
            query: { _id: 'one' },
            change: { ...contents[2] },
            multi: false,
            replace: true,
            upsert: false,
          };
          store.update('t', change, { examined: 0 });
          store.remove('t', { _id: 'two' }, false, { examined: 0 });
        }
        expect(found(indexed, search, {}).map(({ id }) => id)).toEqual(
          found(plain, search, {}).map(({ id }) => id),
        );
        for (const store of [indexed, plain]) store.close();
      }),
    );
  });

  it('keeps the documents examined to those returned', () => {
    const [store] = twoStores(
      Array.from({ length: 2000 }, (_, i) => ({
        _id: `n${i}`,
        a: [`x${i}`, `y${i}`],
        b: i % 10,
        c: i,
        d: { x: i },
      })),
    );
    const examined = (search: Document, options: Parameters<typeof findDocuments>[2] = {}) => {
      const counter = { examined: 0 };
      const list = findDocuments(store.table('t'), search, options, counter);
      return [counter.examined, list.length];
    };
    expect(examined({ a: 'y7' })).toEqual([1, 1]);
    expect(examined({ b: 3, c: { $gte: 1000 } }, { sort: [['c', -1]], limit: 20 })).toEqual([20, 20]);
    expect(examined({ b: 3 }, { sort: [['c', 1]], limit: 20, skip: 5 })).toEqual([25, 20]);
    // Two ranges are merged by their order, not read whole.
    expect(examined({ b: { $in: [3, 4] } }, { sort: [['c', -1]], limit: 20 })).toEqual([20, 20]);
    expect(examined({ 'd.x': { $gte: 10, $lt: 15 } })).toEqual([5, 5]);
    expect(examined({ _id: { $gt: 'n1998' } }, { sort: [['_id', 1]], limit: 2 })).toEqual([2, 2]);
    expect(examined({ _id: { $in: ['n1', 'n2', 'nobody'] } })).toEqual([2, 2]);
    expect(examined({ c: 5 })).toEqual([2000, 1]);
    const counter = { examined: 0 };
    expect([countDocuments(store.table('t'), { b: 3 }, counter), counter.examined]).toEqual([200, 0]);
    store.close();
  });
});
