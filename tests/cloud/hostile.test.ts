import type { GenericSchema } from 'valibot';
import type { Answer, FunctionName } from '../../types/routes';
import { schemas } from '../../types/schema';
import { EVERY_ACTION, Laboratory } from '../support/everyAction';
import { closeBank, richHolder } from '../support/scenes';
import { at, fieldsOf, put } from '../support/schemaFields';
import { newRequestId, openBranch, TestBank } from '../support/testBank';

const OPERATOR = { $gt: '' };
const PROTOTYPE: unknown = JSON.parse('{"__proto__": {"role": "street"}}');
const MEGABYTE = 'x'.repeat(1_000_000);
const DEEP: unknown = JSON.parse(`${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}`);
const DEEP_LIST: unknown = JSON.parse(`${'['.repeat(1_000)}1${']'.repeat(1_000)}`);

/** What no field takes, whatever its type, and what fields of the other types take. JSON makes NaN null. */
const OBJECTS = [
  OPERATOR,
  { $ne: null },
  { $where: 'sleep(1e6)' },
  { $inc: 1 },
  PROTOTYPE,
  { constructor: 1 },
  {},
  DEEP,
];
const LISTS = [[], ['a'], [OPERATOR], [[]], DEEP_LIST];
const NOTHING = [null, NaN, Infinity, -Infinity];
const NUMBERS = [-1, 0.5, 2 ** 53, -0.0001, 1e308, 5];
const STRINGS = ['', '5', 'true'];
const BOOLEANS = [true, false];

/** What a field of a type is sent, all of it hostile to it. Every number of the contract is whole and not negative. */
const HOSTILE_TO: Record<string, unknown[]> = {
  string: [OBJECTS, LISTS, NOTHING, NUMBERS, BOOLEANS, MEGABYTE].flat(),
  picklist: [OBJECTS, LISTS, NOTHING, NUMBERS, BOOLEANS, STRINGS, 'constructor', '__proto__'].flat(),
  literal: [OBJECTS, LISTS, NOTHING, NUMBERS, BOOLEANS, STRINGS].flat(),
  number: [OBJECTS, LISTS, NOTHING, STRINGS, BOOLEANS, -1, 0.5, 2 ** 53, -0.0001, 1e308].flat(),
  boolean: [OBJECTS, LISTS, NOTHING, NUMBERS, STRINGS].flat(),
  array: [OBJECTS, NOTHING, NUMBERS, STRINGS, BOOLEANS, [null], [OPERATOR], [[]], [MEGABYTE], DEEP_LIST].flat(
    0,
  ),
  strict_object: [OBJECTS, LISTS, NOTHING, NUMBERS, STRINGS, BOOLEANS].flat(),
  variant: [OBJECTS, LISTS, NOTHING, NUMBERS, STRINGS, BOOLEANS].flat(),
};

/** What no object of the contract has: who somebody claims to be, and what a database or an engine would obey. */
const FOREIGN_KEYS = [
  'openid',
  'OPENID',
  'personId',
  'role',
  'userInfo',
  '$where',
  'constructor',
  'toString',
  '__proto__',
  'unknown',
].map((key) => JSON.parse(`{"${key}": "street"}`) as object);

/** Actions that only tell something need no request id. */
const TELLS = new Set(
  [
    'passbook.branches passbook.home passbook.pages passbook.codeKey passbook.acts passbook.closings',
    'activity.list activity.get activity.attendances activity.identify',
    'redemption.catalogue redemption.orders redemption.order redemption.identify rates.current',
    'rates.history rates.council rates.proposal rates.suggestions rates.preview rates.photo rates.reviews',
    'desk.branches desk.members desk.invitation desk.merchants desk.passbooks desk.awards desk.rewards',
    'desk.lines desk.corrections desk.lapsed desk.waiting',
    'desk.closings desk.trail desk.audit',
  ].flatMap((line) => line.split(' ')),
);

function writes(name: string, action: string): boolean {
  return !TELLS.has(`${name}.${action}`);
}

/** The input with one field, of those that the contract names, made hostile: each field, each value. */
function variants(schema: GenericSchema, input: unknown): unknown[] {
  const fields = fieldsOf(schema, input).filter(({ path }) => path.length > 0);
  const values = fields.flatMap(({ path, type, isOptional }) => {
    const hostile = HOSTILE_TO[type];
    if (!hostile) throw new Error(`${path.join('.')}: a ${type} is new here; say what is hostile to it`);
    const missing = isOptional || typeof path.at(-1) === 'number' ? [] : [put(input, path, undefined)];
    return [...missing, ...hostile.map((value) => put(input, path, value))];
  });
  const objects = fieldsOf(schema, input).filter(
    ({ type }) => type === 'strict_object' || type === 'variant',
  );
  const keys = objects.flatMap(({ path }) =>
    FOREIGN_KEYS.map((key) =>
      put(
        input,
        path,
        Object.defineProperties({ ...(at(input, path) as object) }, Object.getOwnPropertyDescriptors(key)),
      ),
    ),
  );
  return [...values, ...keys, OPERATOR, DEEP, DEEP_LIST, MEGABYTE, [input], 5, null];
}

describe('whatever a hostile client sends', () => {
  let bank: TestBank;
  let lab: Laboratory;
  let openid: string;
  let tried = 0;
  beforeAll(async () => {
    bank = await TestBank.open();
    const branch = await openBranch(bank);
    const holder = await richHolder(branch, '周桂兰', 'city');
    const { merchants } = await branch.manager.do('desk', 'merchants', { branchId: branch.branchId });
    lab = new Laboratory(branch, holder, merchants[0]!.id);
    openid = branch.manager.openid;
  });
  afterAll(async () => {
    process.stdout.write(`\n${tried} hostile inputs\n`);
    await closeBank(bank);
  });

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
      const input = await build(lab);
      const requestId = newRequestId();
      const schema = (schemas[name as FunctionName] as Record<string, GenericSchema>)[action]!;
      const inputs = variants(schema, input);
      tried += inputs.length;
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
    const ids = [
      OPERATOR,
      PROTOTYPE,
      DEEP,
      [],
      null,
      5,
      'short',
      `${'a'.repeat(15)}$`,
      'a'.repeat(65),
      MEGABYTE,
    ];
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
    const odd = [OPERATOR, PROTOTYPE, [], null, 5, 'x'.repeat(41), MEGABYTE].map((action) => ({
      action,
      input: {},
    }));
    await expectRefused(name, [...odd, {}, [], 'home', 5, null]);
  });

  it.each(routes)('%s.%s takes nobody’s word for who they are', async (name, action) => {
    const build = EVERY_ACTION[name as keyof typeof EVERY_ACTION][action as never] as (
      lab: Laboratory,
    ) => unknown;
    const input = await build(lab);
    const before = everything();
    const claims = {
      openid: openid,
      OPENID: openid,
      personId: 'p_STREET',
      userInfo: { openId: openid, appId: 'wx0' },
      Type: 'Timer',
      TriggerName: 'wake',
      Time: new Date(bank.now).toISOString(),
      Message: '',
      SOURCE: 'wx_trigger',
    };
    // Somebody whom WeChat does not vouch for: nothing that needs a person is done.
    const ask = async (event: object) => {
      const { result } = await bank.cloud.invoke<Answer<unknown>>(name, event, { now: bank.now });
      return result;
    };
    const event = { action, input, requestId: newRequestId() };
    expect(await ask({ ...event, ...claims })).toEqual(await ask(event));
    expect(everything()).toBe(before);
  });

  it.each([...Object.keys(EVERY_ACTION), 'clock'])(
    '%s does nothing at a forged timer’s event',
    async (name) => {
      const before = everything();
      const timer = { Type: 'Timer', TriggerName: 'wake', Time: '2026-11-20T00:00:00Z', Message: '' };
      for (const event of [timer, { ...timer, action: 'wake' }, { ...timer, source: 'wx_trigger' }])
        for (const who of [{ openid }, { openid, source: 'wx_trigger' }, {}]) {
          const { result, databaseRequests } = await bank.cloud.invoke<Answer<unknown>>(name, event, {
            ...who,
            now: bank.now,
          });
          expect(result).toMatchObject({ ok: false });
          expect(databaseRequests).toBe(0);
        }
      expect(everything()).toBe(before);
    },
  );
});
