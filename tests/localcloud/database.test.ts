import { startProbeCloud, type ProbeCloud } from './fixture/probeCloud';

let running: ProbeCloud;
beforeAll(async () => void (running = await startProbeCloud()));
afterAll(() => running.stop());

const probe: ProbeCloud['probe'] = (...steps) => running.probe(...steps);
const ok = expect.any(String) as string;

describe('documents', () => {
  it('are found again by their id, without the fields that were undefined', async () => {
    const [added, found] = await probe(
      ['add', 'plain', { _id: 'a', n: 1, text: '义诊' }],
      ['get', 'plain', 'a'],
    );
    expect(added).toEqual({ _id: 'a', errMsg: ok });
    expect(found).toEqual({ _id: 'a', n: 1, text: '义诊' });
  });

  it('get an id when they bring none', async () => {
    const [added] = await probe(['add', 'plain', { n: 1 }]);
    expect((added as { _id: string })._id).toMatch(/^[0-9a-f]{32}$/);
  });

  it('are claimed once by an id', async () => {
    const [, second] = await probe(
      ['add', 'plain', { _id: 'claim' }],
      ['add', 'plain', { _id: 'claim', n: 2 }],
    );
    expect(second).toMatchObject({ failed: { errCode: -502001 } });
    expect(running.cloud.database.collection('plain').findOne({ _id: 'claim' })).toEqual({ _id: 'claim' });
  });

  it('that are missing answer null or throw, as the function has chosen', async () => {
    const [asked, demanded] = await probe(['get', 'plain', 'nobody'], ['getStrict', 'plain', 'nobody']);
    expect(asked).toBeNull();
    expect(demanded).toMatchObject({
      failed: { errCode: -1, message: expect.stringContaining('does not exist') },
    });
  });

  it('are refused in a collection that was never made', async () => {
    expect(await probe(['add', 'nowhere', { n: 1 }], ['find', 'nowhere', {}])).toMatchObject([
      { failed: { errCode: -502005 } },
      { failed: { errCode: -502005 } },
    ]);
  });

  it('are set whole, or created by it', async () => {
    const answers = await probe(
      ['set', 'plain', 'set', { n: 1, gone: true }],
      ['set', 'plain', 'set', { n: 2 }],
      ['get', 'plain', 'set'],
      ['remove', 'plain', 'set'],
      ['get', 'plain', 'set'],
    );
    expect(answers[0]).toMatchObject({ stats: { updated: 0, created: 1 } });
    expect(answers[1]).toMatchObject({ stats: { updated: 1, created: 0 } });
    expect(answers.slice(2)).toEqual([{ _id: 'set', n: 2 }, { stats: { removed: 1 }, errMsg: ok }, null]);
  });

  it('keep NaN, Infinity and the server date', async () => {
    await probe(['nan', 'plain', 'odd']);
    const before = Date.now();
    await probe(['serverDate', 'plain', 'dated']);
    const { plain } = { plain: running.cloud.database.collection('plain') };
    expect(plain.findOne({ _id: 'odd' })).toEqual({ _id: 'odd', nan: NaN, up: Infinity });
    const { at } = plain.findOne({ _id: 'dated' }) as { at: Date };
    expect(at.getTime()).toBeGreaterThanOrEqual(before + 5);
    expect(at.getTime()).toBeLessThanOrEqual(Date.now() + 5);
  });

  it('are refused when a unique index has their key', async () => {
    const answers = await probe(
      ['add', 'books', { _id: 'u1', number: 1 }],
      ['add', 'books', { _id: 'u2', number: 1 }],
      ['add', 'books', { _id: 'u3', number: 3 }],
      ['update', 'books', 'u3', { number: 1 }],
      ['get', 'books', 'u3'],
    );
    expect(answers[1]).toMatchObject({
      failed: { errCode: -502001, message: expect.stringContaining('by_number') },
    });
    expect(answers[3]).toMatchObject({ failed: { errCode: -502001 } });
    expect(answers[4]).toEqual({ _id: 'u3', number: 3 });
  });
});

describe('one conditional update', () => {
  it('changes figures, lists and dotted fields at once, and nothing when repeated', async () => {
    const book = {
      _id: 'b',
      number: 2,
      available: 0,
      lineCount: 0,
      ids: [],
      page: { no: 1, lines: [] },
      holds: {},
    };
    const line = { id: 'l1', points: 5 };
    const answers = await probe(
      ['add', 'books', book],
      ['post', 'books', 'b', line],
      ['post', 'books', 'b', line],
    );
    expect(answers.slice(1)).toMatchObject([{ stats: { updated: 1 } }, { stats: { updated: 0 } }]);
    const [settled, again, after] = await probe(
      ['settle', 'books', 'b', 'l1'],
      ['settle', 'books', 'b', 'l1'],
      ['get', 'books', 'b'],
    );
    expect([settled, again]).toMatchObject([{ stats: { updated: 1 } }, { stats: { updated: 0 } }]);
    expect(after).toEqual({
      ...book,
      available: 5,
      lineCount: 1,
      ids: ['l1'],
      page: { no: 1, lines: [line] },
    });
  });

  it('is refused by what is available and by the room on the page', async () => {
    const book = {
      _id: 'c',
      number: 4,
      available: 3,
      lineCount: 2,
      ids: [],
      page: { no: 1, lines: [] },
      holds: {},
    };
    const answers = await probe(
      ['add', 'books', book],
      ['post', 'books', 'c', { id: 'l1', points: -4 }],
      ['post', 'books', 'c', { id: 'l2', points: -3 }],
      ['post', 'books', 'c', { id: 'l3', points: 1 }],
    );
    expect(answers.slice(1)).toMatchObject([
      { stats: { updated: 0 } },
      { stats: { updated: 1 } },
      { stats: { updated: 0 } },
    ]);
  });

  it('counts only what it changed, and touches one document or all', async () => {
    await probe(...['m1', 'm2', 'm3'].map((_id): Step => ['add', 'plain', { _id, kind: 'multi', n: 0 }]));
    const answers = await probe(
      ['updateWhere', 'plain', { kind: 'multi' }, { n: 1 }],
      ['updateWhere', 'plain', { kind: 'multi' }, { n: 1 }, true],
      ['updateWhere', 'plain', { kind: 'multi' }, { n: 1 }, true],
      ['update', 'plain', 'm1', { n: 1 }],
      ['update', 'plain', 'nobody', { n: 1 }],
      ['removeWhere', 'plain', { kind: 'multi' }],
    );
    expect(
      answers.slice(0, 5).map((answer) => (answer as { stats: { updated: number } }).stats.updated),
    ).toEqual([1, 2, 0, 0, 0]);
    expect(answers[5]).toMatchObject({ stats: { removed: 3 } });
  });

  it('refuses what MongoDB refuses, and leaves the document alone', async () => {
    const document = { _id: 'strict', text: 'x', nothing: null, list: [1] };
    const answers = await probe(
      ['add', 'plain', document],
      ['update', 'plain', 'strict', { $inc: { text: 1 } }],
      ['update', 'plain', 'strict', { 'nothing.inside': 1 }],
      ['update', 'plain', 'strict', { $push: { text: 1 } }],
      ['update', 'plain', 'strict', { $frobnicate: { text: 1 } }],
      ['get', 'plain', 'strict'],
    );
    expect(answers.slice(1, 5)).toMatchObject([
      { failed: { errCode: -502001 } },
      { failed: { errCode: -502001 } },
      { failed: { errCode: -502001 } },
      { failed: { errCode: -502002 } },
    ]);
    expect(answers[5]).toEqual(document);
  });
});

type Step = Parameters<ProbeCloud['probe']>[0];

describe('queries', () => {
  beforeAll(async () => {
    await probe(
      ...[1, 2, 3, 4].map((n): Step => [
        'add',
        'lines',
        { _id: `l${n}`, n, book: 'q', tags: n % 2 ? ['odd', 'small'] : ['even'] },
      ]),
    );
  });

  it('understand the conditions of the SDK', async () => {
    const [counts] = await probe(['conditions', 'lines']);
    expect(counts).toEqual({ neq: 3, nin: 2, between: 2, or: 2, all: 2 });
  });

  it('sort, skip, limit and pick fields', async () => {
    const [page, next, fields] = await probe(
      ['find', 'lines', { book: 'q' }, [['n', 'desc']], 2],
      ['find', 'lines', { book: 'q' }, [['n', 'asc']], 2, 1],
      ['field', 'lines', { _id: 'l1' }, { n: true }],
    );
    expect((page as { n: number }[]).map(({ n }) => n)).toEqual([4, 3]);
    expect((next as { n: number }[]).map(({ n }) => n)).toEqual([2, 3]);
    expect(fields).toEqual([{ _id: 'l1', n: 1 }]);
  });

  it('give 100 documents unless told, and 1,000 at most', async () => {
    const many = running.cloud.database.collection('plain');
    many.insert(...Array.from({ length: 1100 }, (_, i) => ({ _id: `many-${i}`, many: true })));
    const [usual, most] = await probe(
      ['find', 'plain', { many: true }],
      ['find', 'plain', { many: true }, [], 5000],
    );
    expect((usual as unknown[]).length).toBe(100);
    expect((most as unknown[]).length).toBe(1000);
    many.remove({ many: true });
  });

  it('do not take NaN for a number that is large enough', async () => {
    running.cloud.database.collection('plain').insert({ _id: 'nan', balance: NaN });
    const [spent, found] = await probe(
      ['updateWhere', 'plain', { _id: 'nan', balance: { $gte: 5 } }, { spent: true }],
      ['find', 'plain', { _id: 'nan', balance: { $lte: 5 } }],
    );
    expect(spent).toMatchObject({ stats: { updated: 0 } });
    expect(found).toEqual([]);
  });

  it('refuse operators that do not exist or run code, and results over 1 MB', async () => {
    const large = running.cloud.database.collection('plain');
    large.insert(
      { _id: 'large-1', text: 'x'.repeat(600_000) },
      { _id: 'large-2', text: 'x'.repeat(600_000) },
    );
    const answers = await probe(
      ['find', 'lines', { n: { $frobnicate: 1 } }],
      ['find', 'lines', { $where: 'true' }],
      ['find', 'plain', { _id: { $in: ['large-1', 'large-2'] } }],
    );
    expect(answers).toMatchObject([
      { failed: { errCode: -502002 } },
      { failed: { errCode: -501001 } },
      { failed: { errCode: -502001 } },
    ]);
    large.remove({ _id: { $in: ['large-1', 'large-2'] } });
  });
});

describe('aggregations', () => {
  it('join a collection by a field or by a pipeline', async () => {
    await probe(['add', 'books', { _id: 'j', number: 9 }]);
    running.cloud.database
      .collection('lines')
      .insert({ _id: 'j1', book: 'j', n: 1 }, { _id: 'j2', book: 'j', n: 2 }, { _id: 'j3', book: 'j', n: 3 });
    const join = { from: 'lines', localField: '_id', foreignField: 'book', as: 'lines' };
    const { result, aggregateExamined } = await running.cloud.invoke<unknown[]>('probe', {
      steps: [
        [
          'aggregate',
          [
            ['match', { _id: 'j' }],
            ['lookup', join],
            ['project', { n: { $size: '$lines' } }],
          ],
          'books',
        ],
        ['lookupByPipeline', 'books', 'lines', 'j'],
      ],
    });
    expect(result[0]).toEqual([{ _id: 'j', n: 3 }]);
    expect(result[1]).toMatchObject([{ _id: 'j', lines: [{ n: 3 }, { n: 2 }] }]);
    // Both go by the index on `book`: one book and its lines, however many other lines there are.
    expect(aggregateExamined).toBe(2 + 3 + 3);
  });

  it('group and sort', async () => {
    const [groups] = await probe([
      'aggregate',
      [
        ['match', { book: 'j' }],
        ['group', { _id: '$book', sum: { $sum: '$n' } }],
        ['sort', { _id: 1 }],
      ],
      'lines',
    ]);
    expect(groups).toEqual([{ _id: 'j', sum: 6 }]);
  });

  it('give 20 results unless they set a limit', async () => {
    const plain = running.cloud.database.collection('plain');
    plain.insert(...Array.from({ length: 30 }, (_, i) => ({ _id: `agg-${i}`, agg: true })));
    const [cut, all] = await probe(
      ['aggregate', [['match', { agg: true }]], 'plain'],
      [
        'aggregate',
        [
          ['match', { agg: true }],
          ['limit', 100],
        ],
        'plain',
      ],
    );
    expect([cut, all].map((list) => (list as unknown[]).length)).toEqual([20, 30]);
  });
});
