import { PAGE_LINES } from '../../cloudfunctions/bank/ledger';
import { DAY } from '../../types/day';
import type { ActRow } from '../../types/act';
import { closeBank, type Holder, nextMorning, richHolder, scanned } from '../support/scenes';
import {
  giveAward,
  holdActivity,
  openBranch,
  openPassbook,
  TestBank,
  type TestBranch,
} from '../support/testBank';

describe('the auditor', () => {
  let bank: TestBank;
  let branch: TestBranch;
  let holder: Holder;

  let books: Map<string, object[]>;

  /** A branch with two turned pages, an open and a handed-over order, an undone scan, and two closed days. */
  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
    holder = await richHolder(branch, '周桂兰');
    for (let line = 0; line < 2 * PAGE_LINES; line++) await giveAward(branch, holder.passbookId);
    const sessionId = await holdActivity(branch);
    await scanned(branch.teller, 'checkIn', sessionId, holder);
    const other = await openPassbook(branch, '吴秀英');
    const { attendanceId } = await scanned(branch.teller, 'checkIn', sessionId, other);
    await branch.teller.do('activity', 'undo', { attendanceId });
    const { person, passbookId } = holder;
    const order = { passbookId, rewardId: branch.masks, lots: 1 };
    const { voucher } = await person.do('redemption', 'reserve', order);
    await branch.merchant.do('redemption', 'confirm', { voucher: voucher! });
    await person.do('redemption', 'reserve', order);
    nextMorning(bank);
    await bank.wakeClock();
    bank.pass(DAY);
    await bank.wakeClock();
    books = new Map(
      bank.cloud.database.names().map((name) => [name, bank.cloud.database.collection(name).find()]),
    );
  });
  afterEach(() => {
    for (const [name, documents] of books) {
      bank.cloud.database.collection(name).remove({});
      bank.cloud.database.collection(name).insert(...(documents as []));
    }
  });
  afterAll(() => closeBank(bank));

  const audit = () => branch.street.do('desk', 'audit', { branchId: branch.branchId });

  it('finds nothing where nothing is wrong, and changes nothing', async () => {
    const everything = () =>
      bank.cloud.database.names().map((name) => bank.cloud.database.collection(name).find());
    const before = everything();
    expect(await audit()).toEqual({ passbooks: 2, lines: 29, findings: [], next: null });
    expect(everything()).toEqual(before);
  });

  it('goes through a branch some passbooks at a time', async () => {
    for (let n = 0; n < 27; n++) await openPassbook(branch, `志愿者${n}`);
    const first = await audit();
    expect(first).toMatchObject({ passbooks: 25, findings: [] });
    const rest = await branch.street.do('desk', 'audit', { branchId: branch.branchId, after: first.next! });
    expect(rest).toMatchObject({ passbooks: 4, findings: [], next: null });
  });

  const set = (collection: string, query: object, change: object) =>
    bank.cloud.database.collection(collection).update(query as Record<string, unknown>, { $set: change });

  it.each<[string, string, string, () => unknown]>([
    [
      'a balance',
      'P1',
      'passbooks 0211-000001',
      () => set('passbooks', { lineCount: 27 }, { balance: 99_999 }),
    ],
    [
      'a hold',
      'P1',
      'passbooks 0211-000001',
      () => set('passbooks', { lineCount: 27 }, { held: 0, available: 0 }),
    ],
    [
      'a line on a turned page',
      'P1',
      'pages 0211-000001',
      () => set('pages', { no: 1 }, { 'lines.3.points': 9_000 }),
    ],
    [
      'a title on a turned page',
      'P5',
      'pages 0211-000001',
      () => set('pages', { no: 1 }, { 'lines.3.title': '改' }),
    ],
    [
      'a page away',
      'P5',
      'pages 0211-000001',
      () => bank.cloud.database.collection('pages').remove({ no: 1 }),
    ],
    [
      'a title on the open page',
      'P5',
      'passbooks 0211-000001',
      () => set('passbooks', { lineCount: 27 }, { 'page.lines.0.title': '改' }),
    ],
    [
      'what was credited, on the record and the line',
      'P6',
      'passbooks 0211-000001',
      () => {
        set('attendances', { state: 'done' }, { 'credit.points': 900 });
        set(
          'passbooks',
          { lineCount: 27 },
          { 'page.lines.1.points': 900, balance: 50_400, available: 49_900 },
        );
      },
    ],
    [
      'a record away',
      'P2',
      'passbooks 0211-000001',
      () => bank.cloud.database.collection('awards').remove({}),
    ],
    [
      'a decision',
      'P2',
      'passbooks 0211-000001',
      () => set('orders', { state: 'confirmed' }, { state: 'cancelled' }),
    ],
    [
      'an undone scan back',
      'P2',
      'passbooks 0211-000002',
      () => set('attendances', { state: 'undone' }, { state: 'done' }),
    ],
    [
      'a line that a record owes',
      'P3',
      'order o_',
      () =>
        set(
          'orders',
          { state: 'reserved' },
          { state: 'confirmed', settled: true, ended: { by: 'x', at: 1 } },
        ),
    ],
    ['stock', 'P4', `rewards`, () => set('rewards', { 'stock.held': 1 }, { 'stock.onHand': 999 })],
    ['a rate card', 'P5', 'rateCards 0211#1', () => set('rateCards', {}, { 'prices.0.points': 1 })],
    [
      'a closing',
      'P5',
      'closings 0211#2026-11-20',
      () => set('closings', { day: '2026-11-20' }, { held: 7 }),
    ],
    [
      'a closing away',
      'P5',
      'closings 0211#2026-11-21',
      () => bank.cloud.database.collection('closings').remove({ day: '2026-11-20' }),
    ],
  ])('names the document when somebody changed %s (%s)', async (_what, promise, document, deed) => {
    deed();
    const { findings } = await audit();
    expect(findings).toContainEqual(
      expect.objectContaining({ promise, document: expect.stringMatching(`^${document}`) as string }),
    );
  });

  it('names the passbook though its whole chain of pages was made anew: the closings saw another', async () => {
    const last = bank.cloud.database.collection('pages').find({ no: 2 })[0]!;
    set('closings', { day: '2026-11-20' }, { [`heads.${String(last.passbookId)}`]: 'f'.repeat(32) });
    const { findings } = await audit();
    expect(findings[0]).toMatchObject({ promise: 'P5', document: `passbooks ${String(last.passbookId)}` });
  });
});

describe('the trail of acts', () => {
  let bank: TestBank;
  let branch: TestBranch;
  let holder: Holder;
  beforeEach(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
    holder = await openPassbook(branch, '周桂兰');
  });
  afterEach(() => closeBank(bank));

  const tell = ({ what, by, points, before, after }: ActRow) => [what, by, points, before, after];
  const actsOnMine = () => holder.person.do('passbook', 'acts', { passbookId: holder.passbookId });

  it('shows a holder who did what about their passbook, and nobody else', async () => {
    bank.pass(1);
    await giveAward(branch, holder.passbookId);
    bank.pass(1);
    const { attendanceId } = await scanned(branch.teller, 'checkIn', await holdActivity(branch), holder);
    bank.pass(1);
    await branch.teller.do('activity', 'undo', { attendanceId });
    bank.pass(1);
    await branch.manager.do('desk', 'freeze', { passbookId: holder.passbookId, reason: '核实中' });
    const { acts, more } = await actsOnMine();
    expect(acts.map(tell)).toEqual([
      ['freeze', '王主任', null, 'active', 'frozen'],
      ['undoAttendance', '李柜员', -100, 'done', 'undone'],
      ['checkIn', '李柜员', 100, '', 'in'],
      ['proposeAward', '李柜员', null, '', 'proposed'],
      ['approveAward', '王主任', 2_000, 'proposed', 'approved'],
    ]);
    expect([acts[0]!.reason, acts[2]!.about, more]).toEqual(['核实中', '洁净家园', false]);
    const other = await openPassbook(branch, '吴秀英');
    expect((await other.person.do('passbook', 'acts', { passbookId: other.passbookId })).acts).toEqual([]);
    expect(await other.person.refused('passbook', 'acts', { passbookId: holder.passbookId })).toBe(
      'FORBIDDEN',
    );
  });

  it('names the session that was called off, not its number', async () => {
    const sessionId = await holdActivity(branch);
    await branch.teller.do('activity', 'cancel', { sessionId, reason: '暴雨' });
    const { acts } = await branch.manager.do('desk', 'trail', { branchId: branch.branchId });
    const calledOff = acts.find(({ what }) => what === 'cancelSession');
    expect(calledOff).toMatchObject({ about: '洁净家园', reason: '暴雨', by: '李柜员', after: 'cancelled' });
  });

  it('shows a manager all acts at the branch, page by page, none twice and none left out', async () => {
    for (let n = 0; n < 20; n++) {
      bank.pass(1_000);
      await giveAward(branch, holder.passbookId);
    }
    await branch.manager.do('desk', 'stock', {
      rewardId: branch.rice,
      kind: 'writtenOff',
      lots: 1,
      reason: '受潮',
    });
    bank.pass(1_000);
    const { branchId, manager } = branch;
    const first = await manager.do('desk', 'trail', { branchId });
    expect([first.acts.length, first.more]).toEqual([30, true]);
    const [stocked] = first.acts.filter(({ what }) => what === 'writeOffStock');
    expect(stocked).toMatchObject({ by: '王主任', about: '大米 5 kg', after: '−1', reason: '受潮' });
    const rest = await manager.do('desk', 'trail', { branchId, before: first.acts.at(-1)!.at });
    const ids = [...first.acts, ...rest.acts].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const { acts: kinds } = rest;
    expect(kinds.map(({ what }) => what)).toContain('invite');
    expect(await branch.teller.refused('desk', 'trail', { branchId })).toBe('FORBIDDEN');
  });
});

describe('published closings', () => {
  it('show everybody the figures and the hash, and nobody’s passbook', async () => {
    const bank = await TestBank.open();
    const branch = await openBranch(bank);
    const holder = await richHolder(branch, '周桂兰');
    nextMorning(bank);
    await bank.wakeClock();
    const { branchId } = branch;
    const published = await bank.person('路人').do('passbook', 'closings', { branchId });
    expect(published.closings).toHaveLength(1);
    expect(published.closings[0]).toMatchObject({ outstanding: 2_000, isBalanced: true });
    expect(published.closings[0]!.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(published)).not.toContain(holder.passbookId);
    const { closings } = await branch.teller.do('desk', 'closings', { branchId });
    expect(closings[0]).toMatchObject({ differences: [], inTransit: [], hash: published.closings[0]!.hash });
    await closeBank(bank);
  });
});
