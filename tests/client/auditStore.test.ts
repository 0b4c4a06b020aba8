import { CallError } from '../../client/cloud/CallError';
import { AuditStore } from '../../client/features/desk/books/auditStore';
import { findingDocument } from '../../client/features/desk/books/findingWords';
import type { Output } from '../../types/routes';
import { later, ScriptedBank } from '../support/scriptedBank';

const BOOKS = ['0211-000001-1', '0211-000002-9', '0211-000003-7'];

const overdrawn = { promise: 'P1', document: `passbooks ${BOOKS[1]}`, what: 'is overdrawn' } as const;
const changed = { promise: 'P5', document: 'closings 0211#2026-11-20', what: 'has changed' } as const;

/** One passbook of ten lines a call. */
function chunkAfter(after: string | undefined): Output<'desk', 'audit'> {
  const index = after ? BOOKS.indexOf(after) + 1 : 0;
  const isLast = index === BOOKS.length - 1;
  return { passbooks: 1, lines: 10, findings: [], next: isLast ? null : BOOKS[index]! };
}

function audit() {
  const bank = new ScriptedBank();
  bank.on('desk', 'audit', ({ after }) => chunkAfter(after));
  const store = new AuditStore(bank.call);
  store.turnTo('0211');
  const asked = () => bank.sent.map(({ input }) => (input as { after?: string }).after);
  return { bank, store, asked };
}

it('looks at every passbook once, and says that the books are in order', async () => {
  const { store, asked } = audit();
  await store.begin();
  expect(asked()).toEqual([undefined, BOOKS[0], BOOKS[1]]);
  expect(store).toMatchObject({ state: 'done', passbooks: 3, lines: 30, isInOrder: true });
});

it('never says that they are in order before all was looked at', async () => {
  const { bank, store } = audit();
  const slow = later<Output<'desk', 'audit'>>();
  bank.on('desk', 'audit', ({ after }) => (after ? slow.promise : chunkAfter(after)));
  const done = store.begin();
  while (store.passbooks === 0) await Promise.resolve();
  expect(store).toMatchObject({ state: 'running', isInOrder: false });
  slow.come({ passbooks: 1, lines: 10, findings: [], next: null });
  await done;
  expect(store.isInOrder).toBe(true);
});

it('gathers what does not fit, promise by promise', async () => {
  const { bank, store } = audit();
  bank.on('desk', 'audit', ({ after }) => ({
    ...chunkAfter(after),
    findings: after ? [overdrawn] : [changed],
  }));
  await store.begin();
  expect(store.isInOrder).toBe(false);
  expect(store.broken).toEqual([
    { promise: 'P1', findings: [overdrawn, overdrawn] },
    { promise: 'P5', findings: [changed] },
  ]);
});

it('stops when it is told to, and goes on from there', async () => {
  const { bank, store, asked } = audit();
  bank.on('desk', 'audit', ({ after }) => {
    if (!after) store.stop();
    return chunkAfter(after);
  });
  await store.begin();
  expect(store).toMatchObject({ state: 'stopped', passbooks: 1 });
  await store.resume();
  expect(asked()).toEqual([undefined, BOOKS[0], BOOKS[1]]);
  expect(store).toMatchObject({ state: 'done', passbooks: 3 });
});

it('goes on after a call without an answer, and counts nothing twice', async () => {
  const { bank, store } = audit();
  bank.on('desk', 'audit', ({ after }) => {
    if (after === BOOKS[1]) throw new CallError('NETWORK', {});
    return chunkAfter(after);
  });
  await store.begin();
  expect(store).toMatchObject({ state: 'stopped', passbooks: 2, isInOrder: false });
  expect(store.asking.error).toMatchObject({ code: 'NETWORK' });
  bank.on('desk', 'audit', ({ after }) => chunkAfter(after));
  await store.resume();
  expect(store).toMatchObject({ state: 'done', passbooks: 3, lines: 30, isInOrder: true });
});

it('counts nothing of the branch that it turned away from', async () => {
  const { bank, store } = audit();
  const slow = later<Output<'desk', 'audit'>>();
  bank.on('desk', 'audit', () => slow.promise);
  const done = store.begin();
  store.turnTo('0212');
  slow.come({ passbooks: 25, lines: 900, findings: [overdrawn], next: null });
  await done;
  expect(store).toMatchObject({ state: 'notBegun', passbooks: 0, lines: 0, findings: [] });
});

it('names the document to look at', () => {
  expect(findingDocument({ document: 'passbooks 0211-000155-3 visit' })).toBe(
    '存折 0211-000155-3　流水 visit',
  );
  expect(findingDocument(changed)).toBe('日终轧账 0211#2026-11-20');
});
