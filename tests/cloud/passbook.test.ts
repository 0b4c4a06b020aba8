import { MINUTE } from '../../types/day';
import { keepsItsPromises } from '../support/promises';
import { pointsOf, richHolder, scanned, warmUp } from '../support/scenes';
import {
  hire,
  holdActivity,
  newPhone,
  NOTICE,
  openBranch,
  openPassbook,
  TestBank,
  type TestBranch,
} from '../support/testBank';

describe('a passbook', () => {
  let bank: TestBank;
  let branch: TestBranch;
  let other: TestBranch;
  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
    await warmUp(branch);
    other = await openBranch(bank, '0315');
  });
  afterEach(() => keepsItsPromises(bank));
  afterAll(() => bank.stop());

  const opening = (branchId: string, name = '周桂兰') => ({
    branchId,
    name,
    phone: newPhone(),
    consent: NOTICE,
  });

  it('is opened once for a person, whatever they ask for the second time', async () => {
    const person = bank.person('周桂兰');
    const first = await person.do('passbook', 'open', opening(branch.branchId));
    expect(first).toMatchObject({ opened: true, passbookId: expect.stringMatching(/^0211-\d{6}-\d$/) });
    const again = await person.do('passbook', 'open', opening(other.branchId, '别人'));
    expect(again).toEqual({ opened: false, passbookId: first.passbookId });
    const { current } = await person.do('passbook', 'home', {});
    expect(current?.cover).toMatchObject({
      name: '周桂兰',
      bankName: '长江公益银行',
      status: 'active',
      balance: 0,
    });
  });

  it('is one passbook even if two requests open it at once, at two branches', async () => {
    const person = bank.person('吴秀英');
    const opened = await Promise.all(
      [branch, other, branch, other].map(({ branchId }) => person.do('passbook', 'open', opening(branchId))),
    );
    expect(new Set(opened.map(({ passbookId }) => passbookId)).size).toBe(1);
    expect(opened.filter((one) => one.opened)).toHaveLength(1);
    expect((await person.do('passbook', 'home', {})).passbooks).toHaveLength(1);
  });

  it('has a number that nobody else gets, even if many open at once', async () => {
    const opened = await Promise.all(Array.from({ length: 12 }, (_, n) => openPassbook(branch, `新人${n}`)));
    expect(new Set(opened.map(({ passbookId }) => passbookId)).size).toBe(12);
  });

  it('is not opened at a branch that does not exist, and nobody’s name is kept for it', async () => {
    const person = bank.person('过路人');
    expect(await person.refused('passbook', 'open', opening('9999', '过路人'))).toBe('NOT_FOUND');
    expect(bank.cloud.database.collection('people').find({ name: '过路人' })).toEqual([]);
    expect(await person.do('passbook', 'home', {})).toEqual({
      person: null,
      passbooks: [],
      current: null,
      rateCard: null,
      upcoming: [],
    });
  });

  it('is opened by staff like by anybody, and the first screen shows it at once', async () => {
    await branch.teller.do('passbook', 'home', {});
    await branch.teller.do('passbook', 'open', opening(branch.branchId, '李柜员'));
    const home = await branch.teller.do('passbook', 'home', {});
    expect(home.current?.cover.name).toBe('李柜员');
    expect(home.person?.roles).toMatchObject([{ role: 'teller', branchId: branch.branchId }]);
  });

  it('shows a role on the first screen as soon as it was accepted', async () => {
    const { person } = await openPassbook(branch, '孙志强');
    // As many warm instances as there can be have seen the person without it.
    await Promise.all(Array.from({ length: 8 }, () => person.do('passbook', 'home', {})));
    await hire(branch.manager, person, { role: 'teller', branchId: branch.branchId, name: '孙志强' });
    const homes = await Promise.all(Array.from({ length: 8 }, () => person.do('passbook', 'home', {})));
    for (const home of homes) expect(home.person?.roles).toMatchObject([{ role: 'teller' }]);
  });

  it('is turned page by page; every line is printed once with the balance after it', async () => {
    const holder = await openPassbook(branch, '老张');
    for (let visit = 1; visit <= 30; visit++) {
      bank.pass(MINUTE);
      await scanned(branch.teller, 'checkIn', await holdActivity(branch), holder);
    }
    const { person, passbookId } = holder;
    const { current } = await person.do('passbook', 'home', {});
    const newest = await person.do('passbook', 'pages', { passbookId, limit: 1 });
    const oldest = await person.do('passbook', 'pages', { passbookId, before: newest.pages[0]!.no });
    expect([current?.olderPages, newest.more, oldest.more]).toEqual([2, true, false]);
    const pages = [...oldest.pages.reverse(), ...newest.pages, current!.page];
    expect(pages.map((page) => page.no)).toEqual([1, 2, 3]);
    const lines = pages.flatMap((page) => page.lines);
    expect(lines.map(({ no, balance }) => [no, balance])).toEqual(
      Array.from({ length: 30 }, (_, index) => [index + 1, (index + 1) * 100]),
    );
    expect(pages.map(({ opening: from, closing }) => [from, closing])).toEqual([
      [0, 1_200],
      [1_200, 2_400],
      [2_400, 3_000],
    ]);
    expect(await pointsOf(holder)).toEqual({ balance: 3_000, held: 0, available: 3_000 });
  });

  it('opens itself to nobody but its holder', async () => {
    const { passbookId } = await richHolder(branch, '郑建国');
    const stranger = await openPassbook(branch, '路人甲');
    for (const action of ['home', 'pages', 'codeKey'] as const) {
      expect(await stranger.person.refused('passbook', action, { passbookId })).toBe('FORBIDDEN');
      expect(await branch.manager.refused('passbook', action, { passbookId })).toMatch(
        /FORBIDDEN|PASSBOOK_NEEDED/,
      );
    }
    expect(await stranger.person.refused('redemption', 'orders', { passbookId })).toBe('FORBIDDEN');
  });

  it('draws its codes with a key of its own, the same each time', async () => {
    const [a, b] = [await openPassbook(branch, '冯甲'), await openPassbook(branch, '冯乙')];
    const keyOf = async ({ person, passbookId }: typeof a) =>
      person.do('passbook', 'codeKey', { passbookId });
    const keys = [await keyOf(a), await keyOf(a), await keyOf(b)];
    expect(keys[0]).toEqual(keys[1]);
    expect(keys[0]!.key).toMatch(/^[0-9a-f]{64}$/);
    expect(keys[2]!.key).not.toBe(keys[0]!.key);
  });
});
