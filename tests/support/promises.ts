import { canonicalJson } from '../../cloudfunctions/bank/canonical';
import { isFull, pageHash } from '../../cloudfunctions/bank/ledger';
import { cardHash, recompute } from '../../cloudfunctions/bank/rateCard';
import { sha256 } from '../../cloudfunctions/platform/secret';
import type {
  Attendance,
  Award,
  Closure,
  Line,
  Order,
  Page,
  Passbook,
  RateCard,
  Reward,
  StockEntry,
} from '../../types/entities';
import { checkSettledDust } from './settledDust';
import type { TestBank } from './testBank';

/** Pages as they were when last looked at: what was turned may never change (P5). */
const seen = new WeakMap<TestBank['cloud'], Map<string, string>>();

/**
 * Holds the bank to its promises P1 to P7, from the documents alone.
 * @throws Error naming the first document that breaks one
 * @param settled whether the dust has settled: every chain must then be complete
 */
export async function keepsItsPromises(bank: Pick<TestBank, 'cloud'>, settled = true): Promise<void> {
  const all = <T>(name: string) => bank.cloud.database.collection(name).find() as T[];
  const passbooks = all<Passbook>('passbooks');
  const pages = all<Page>('pages');
  const cards = all<RateCard>('rateCards');
  const sources = {
    attendances: all<Attendance>('attendances'),
    awards: all<Award>('awards'),
    orders: all<Order>('orders'),
    closures: all<Closure>('closures'),
  };
  const known = seen.get(bank.cloud) ?? new Map<string, string>();
  seen.set(bank.cloud, known);

  const linesOf = new Map<string, Line[]>();
  for (const passbook of passbooks) {
    const own = pages.filter((page) => page.passbookId === passbook._id).sort((a, b) => a.no - b.no);
    // A page may be written away while the passbook is still on it: the next step turns it.
    const turned = own.filter((page) => settled || page.no !== passbook.page.no || !isFull(passbook.page));
    linesOf.set(passbook._id, checkPassbook(passbook, turned, known));
  }
  for (const card of cards) checkUnchanged(known, `card ${card._id}`, card);
  checkCardChain(cards);
  checkLines(linesOf, cards, passbooks);
  checkSources(linesOf, sources, settled);
  checkSettledDust(all, assert, settled);
  checkStock(all<Reward>('rewards'), all<StockEntry>('stockEntries'), sources.orders, settled);
}

interface Sources {
  attendances: Attendance[];
  awards: Award[];
  orders: Order[];
  closures: Closure[];
}

/** P1: opening + lines = balance on every page; balance − held = available ≥ 0. P5: the chain of pages. */
function checkPassbook(passbook: Passbook, turned: Page[], known: Map<string, string>): Line[] {
  const name = `passbook ${passbook._id}`;
  let opening = 0;
  let firstLine = 1;
  let previousHash = '';
  turned.forEach((page, index) => {
    assert(page.no === index + 1, 'P5', `${name}: page ${index + 1} is missing`);
    assert(page.opening === opening && page.firstLine === firstLine, 'P1', `${page._id}: opening`);
    assert(page.closing === opening + sum(page.lines), 'P1', `${page._id}: closing`);
    assert(page.previousHash === previousHash, 'P5', `${page._id}: chain`);
    const { hash, ...content } = page;
    assert(hash === pageHash(content, sha256), 'P5', `${page._id}: hash`);
    checkUnchanged(known, page._id, page);
    opening = page.closing;
    firstLine += page.lines.length;
    previousHash = hash;
  });
  const { page, balance, held, available, holds, lineCount } = passbook;
  assert(
    page.no === turned.length + 1,
    'P5',
    `${name}: current page ${page.no} after ${turned.length} turned`,
  );
  assert(page.opening === opening && page.firstLine === firstLine, 'P1', `${name}: carried forward`);
  assert(page.previousHash === previousHash, 'P5', `${name}: chain`);
  assert(balance === opening + sum(page.lines), 'P1', `${name}: balance ${balance}`);
  assert(page.lineCount === page.lines.length && page.idCount === page.ids.length, 'P1', `${name}: counts`);
  assert(lineCount === firstLine - 1 + page.lines.length, 'P1', `${name}: line count`);
  assert(
    balance - held === available && available >= 0,
    'P1',
    `${name}: ${balance} − ${held} ≠ ${available}`,
  );
  assert(Object.values(holds).reduce((total, points) => total + points, 0) === held, 'P1', `${name}: holds`);
  assert(held >= 0 && Number.isSafeInteger(balance), 'P1', `${name}: held`);
  const lines = [...turned.flatMap((one) => one.lines), ...page.lines];
  lines.forEach((line) => checkUnchanged(known, `line ${passbook._id} ${line.id}`, line));
  return lines;
}

/** P6: recomputing a line from its card and inputs gives its amount. */
function checkLines(linesOf: Map<string, Line[]>, cards: RateCard[], passbooks: Passbook[]): void {
  for (const { _id, branchId } of passbooks)
    for (const line of linesOf.get(_id) ?? []) {
      if (line.kind !== 'earn' && line.kind !== 'redeem' && line.kind !== 'reverse') continue;
      const card = cards.find((one) => one.branchId === branchId && one.version === line.rate?.version);
      const amount = card && line.rate && recompute(card, line.rate.inputs);
      const expected = line.kind === 'reverse' ? -(amount ?? NaN) : amount;
      assert(
        expected === line.points,
        'P6',
        `${_id} ${line.id}: ${line.points}, by its card ${String(expected)}`,
      );
    }
}

/** P2 and P3: each source record has its line exactly once (at most once while unsettled), and no line is orphaned. */
function checkSources(
  linesOf: Map<string, Line[]>,
  { attendances, awards, orders, closures }: Sources,
  settled: boolean,
): void {
  const expected = new Map<string, { passbookId: string; points: number; required: boolean }>();
  const expect = (id: string, passbookId: string, points: number, required = true) =>
    expected.set(id, { passbookId, points, required: required && settled });
  const expectBack = ({ _id, passbookId, state, undo }: Attendance | Award | Order, points: number) => {
    // Points of an order come back before it is decided that they have.
    if (state === 'undone' || state === 'undoing')
      expect(`${_id}:undo${undo?.attempt}`, passbookId, -points, state === 'undone');
  };
  for (const attendance of attendances) {
    const { _id, passbookId, state, credit } = attendance;
    // What confirmed hours earn, their line says first and the record after it.
    const points = state === 'settling' ? pointsOn(linesOf.get(passbookId), _id) : (credit?.points ?? 0);
    if (points === 0 || state === 'refused') continue;
    expect(_id, passbookId, points);
    expectBack(attendance, points);
  }
  for (const award of awards) {
    const { _id, passbookId, state, credit } = award;
    if (state === 'approved' || state === 'undoing' || state === 'undone')
      expect(_id, passbookId, credit.points);
    expectBack(award, credit.points);
  }
  for (const order of orders) {
    const { _id, passbookId, state, points } = order;
    if (state === 'confirmed' || state === 'undoing' || state === 'undone') expect(_id, passbookId, -points);
    expectBack(order, -points);
  }
  for (const { _id, passbookId, state, points } of closures)
    if (state !== 'refused' && points > 0) expect(_id, passbookId, -points, state === 'closed');

  for (const [passbookId, lines] of linesOf)
    for (const line of lines) {
      const source = expected.get(line.id);
      assert(
        source?.passbookId === passbookId && source.points === line.points,
        'P2',
        `${passbookId}: line ${line.id} (${line.points}) has no source`,
      );
      assert(lines.filter((one) => one.id === line.id).length === 1, 'P3', `line ${line.id} twice`);
    }
  for (const [id, { passbookId, required }] of expected)
    if (required)
      assert(linesOf.get(passbookId)?.some((line) => line.id === id) ?? false, 'P3', `${id} has no line`);
}

function pointsOn(lines: Line[] = [], lineId: string): number {
  return lines.find((line) => line.id === lineId)?.points ?? 0;
}

/** P4: stock on hand + held + handed over + written off = received, by the entries and orders. */
function checkStock(rewards: Reward[], entries: StockEntry[], orders: Order[], settled: boolean): void {
  for (const { _id, stock, holds } of rewards) {
    const { received, onHand, held, handedOver, writtenOff } = stock;
    assert(
      onHand + held + handedOver + writtenOff === received,
      'P4',
      `reward ${_id}: ${canonicalJson(stock)}`,
    );
    assert(
      Object.values(stock).every((count) => count >= 0),
      'P4',
      `reward ${_id}: negative`,
    );
    assert(
      Object.values(holds).reduce((total, lots) => total + lots, 0) === held,
      'P4',
      `reward ${_id}: holds`,
    );
    if (!settled) continue;
    const own = orders.filter((order) => order.rewardId === _id);
    const count = (state: Order['state']) =>
      own.filter((order) => order.state === state).reduce((total, order) => total + order.lots, 0);
    assert(count('confirmed') === handedOver, 'P4', `reward ${_id}: handed over ${handedOver}`);
    assert(count('reserved') === held, 'P4', `reward ${_id}: held ${held}`);
    const entered = (kind: StockEntry['kind']) =>
      entries
        .filter((entry) => entry.rewardId === _id && entry.kind === kind && entry.state === 'entered')
        .reduce((total, entry) => total + entry.lots, 0);
    assert(entered('received') === received, 'P4', `reward ${_id}: received ${received}`);
    assert(entered('writtenOff') === writtenOff, 'P4', `reward ${_id}: written off ${writtenOff}`);
  }
}

function checkCardChain(cards: RateCard[]): void {
  const previous = new Map<string, string>();
  for (const card of [...cards].sort((a, b) => a.version - b.version)) {
    const { hash, ...content } = card;
    assert(card.previousHash === (previous.get(card.branchId) ?? ''), 'P5', `card ${card._id}: chain`);
    assert(hash === cardHash(content, sha256), 'P5', `card ${card._id}: hash`);
    previous.set(card.branchId, hash);
  }
}

function checkUnchanged(known: Map<string, string>, name: string, value: unknown): void {
  const text = canonicalJson(value);
  assert((known.get(name) ?? text) === text, 'P5', `${name} has changed`);
  known.set(name, text);
}

function sum(lines: Line[]): number {
  return lines.reduce((total, line) => total + line.points, 0);
}

function assert(condition: boolean, promise: string, what: string): asserts condition {
  if (!condition) throw new Error(`${promise} broken: ${what}`);
}
