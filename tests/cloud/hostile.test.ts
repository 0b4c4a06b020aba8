import type { Answer } from '../../types/routes';
import { EVERY_ACTION, Laboratory } from '../support/everyAction';
import { closeBank, richHolder } from '../support/scenes';
import { newRequestId, openBranch, TestBank } from '../support/testBank';

const OPERATOR = { $gt: '' };
const PROTOTYPE: unknown = JSON.parse('{"__proto__": {"role": "street"}}');
const LONG = '水'.repeat(100_000);

/** What no field takes, and what fields of the other types take. JSON makes NaN and Infinity null. */
const HOSTILE = {
  object: [OPERATOR, { $ne: null }, { $where: 'sleep(1e6)' }, PROTOTYPE, {}],
  list: [[], ['a'], [OPERATOR]],
  nothing: [null, NaN, Infinity],
  number: [1e308, -1, 0.5, 2 ** 53, -0.0001],
  boolean: [true, 'true', 1],
  string: [LONG, '\u0000', 'a\u2028b\r'],
};
const HOSTILE_TO = {
  string: [HOSTILE.object, HOSTILE.list, HOSTILE.nothing, HOSTILE.number, [true, LONG]],
  number: [HOSTILE.object, HOSTILE.list, HOSTILE.nothing, HOSTILE.number, HOSTILE.string, [true, '5', '']],
  boolean: [HOSTILE.object, HOSTILE.list, HOSTILE.nothing, HOSTILE.number, ['true', 1, 0, '']],
  object: [HOSTILE.object, HOSTILE.list, HOSTILE.nothing, HOSTILE.number, [true, 'a', {}]],
  list: [HOSTILE.object, HOSTILE.nothing, HOSTILE.number, [true, 'a', [null], [OPERATOR], [LONG], [[]]]],
};

/** Actions that only tell something need no request id. */
const TELLS = new Set(
  [
    'passbook.branches passbook.home passbook.pages passbook.codeKey',
    'activity.list activity.get activity.attendances activity.identify',
    'redemption.catalogue redemption.orders redemption.order redemption.identify rates.current',
    'rates.history rates.council rates.proposal rates.suggestions rates.preview rates.photo rates.reviews',
    'desk.branches desk.members desk.invitation desk.merchants desk.passbooks desk.awards desk.rewards',
    'desk.lines desk.corrections desk.lapsed desk.waiting',
  ].flatMap((line) => line.split(' ')),
);

function writes(name: string, action: string): boolean {
  return !TELLS.has(`${name}.${action}`);
}

type Json = Record<string, unknown>;

function typeOf(value: unknown): keyof typeof HOSTILE_TO {
  if (Array.isArray(value)) return 'list';
  return typeof value as 'string' | 'number' | 'boolean' | 'object';
}

/** The input with one field, at any depth, made hostile; one variant for each field and value. */
function variants(input: Json): Json[] {
  const all: Json[] = [
    { ...input, $where: '1' },
    { ...input, unknown: 1 },
    JSON.parse(`{"__proto__": 1}`) as Json,
  ];
  for (const [field, value] of Object.entries(input)) {
    for (const hostile of HOSTILE_TO[typeOf(value)].flat()) all.push({ ...input, [field]: hostile });
    const [first] = Array.isArray(value) ? (value as unknown[]) : [];
    if (first && typeof first === 'object')
      for (const inner of variants(first as Json)) all.push({ ...input, [field]: [inner] });
    if (typeOf(value) === 'object')
      for (const inner of variants(value as Json)) all.push({ ...input, [field]: inner });
  }
  return all;
}

describe('whatever a hostile client sends', () => {
  let bank: TestBank;
  let lab: Laboratory;
  let openid: string;
  beforeAll(async () => {
    bank = await TestBank.open();
    const branch = await openBranch(bank);
    const holder = await richHolder(branch, '周桂兰', 'city');
    const { merchants } = await branch.manager.do('desk', 'merchants', { branchId: branch.branchId });
    lab = new Laboratory(branch, holder, merchants[0]!.id);
    openid = branch.manager.openid;
  });
  afterAll(() => closeBank(bank));

  /** Sends each event and expects it to be refused before anything reaches the database. */
  async function expectRefused(name: string, events: unknown[], code = 'BAD_INPUT'): Promise<void> {
    const before = everything();
    const passed: unknown[] = [];
    const send = async (event: unknown) => {
      const { result, databaseRequests } = await bank.cloud.invoke<Answer<unknown>>(name, event, {
        openid,
        now: bank.now,
      });
      const isRefused = !result.ok && result.error.code === code && databaseRequests === 0;
      if (!isRefused) passed.push({ event: JSON.stringify(event).slice(0, 300), result, databaseRequests });
    };
    // A few at a time, as there are instances.
    for (let from = 0; from < events.length; from += 4)
      await Promise.all(events.slice(from, from + 4).map(send));
    expect(passed).toEqual([]);
    expect(everything()).toBe(before);
  }

  function everything(): string {
    const { database } = bank.cloud;
    return JSON.stringify(database.names().map((name) => database.collection(name).find()));
  }

  const routes = Object.entries(EVERY_ACTION).flatMap(([name, actions]) =>
    Object.keys(actions).map((action) => [name, action] as const),
  );

  it.each(routes)(
    'as the input of %s.%s, is refused before it reaches the database',
    async (name, action) => {
      const build = EVERY_ACTION[name as keyof typeof EVERY_ACTION][action as never] as (
        lab: Laboratory,
      ) => unknown;
      const input = (await build(lab)) as Json;
      const requestId = newRequestId();
      const inputs = [...variants(input), [input], 'input', 5, null];
      await expectRefused(
        name,
        inputs.map((hostile) => ({ action, input: hostile, requestId })),
      );
    },
  );

  it.each(routes)('as the request id of %s.%s, is refused or not needed', async (name, action) => {
    const build = EVERY_ACTION[name as keyof typeof EVERY_ACTION][action as never] as (
      lab: Laboratory,
    ) => unknown;
    const input = await build(lab);
    const ids = [OPERATOR, PROTOTYPE, [], null, 5, 'short', `${'a'.repeat(15)}$`, 'a'.repeat(65), LONG];
    await expectRefused(
      name,
      ids.map((requestId) => ({ action, input, requestId })),
    );
  });

  it.each(routes.filter(([name, action]) => writes(name, action)))(
    '%s.%s without a request id is refused',
    async (name, action) => {
      const build = EVERY_ACTION[name as keyof typeof EVERY_ACTION][action as never] as (
        lab: Laboratory,
      ) => unknown;
      await expectRefused(name, [{ action, input: await build(lab) }]);
    },
  );

  it.each(Object.keys(EVERY_ACTION))('as an action of %s, is unknown', async (name) => {
    const unknown = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'Home', 'home '];
    await expectRefused(
      name,
      unknown.map((action) => ({ action, input: {} })),
      'UNKNOWN_ACTION',
    );
    const odd = [OPERATOR, PROTOTYPE, [], null, 5, 'x'.repeat(41), LONG].map((action) => ({
      action,
      input: {},
    }));
    await expectRefused(name, [...odd, {}, [], 'home', 5, null]);
  });
});
