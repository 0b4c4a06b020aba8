import { MINUTE } from '../../types/day';
import { keepsItsPromises } from '../support/promises';
import { type Holder, outcome, pointsOf, richHolder, scan, scanned, warmUp } from '../support/scenes';
import {
  hire,
  holdActivity,
  newRequestId,
  openBranch,
  openPassbook,
  TestBank,
  type TestBranch,
  type TestPerson,
} from '../support/testBank';

describe('the branch’s desk', () => {
  let bank: TestBank;
  let branch: TestBranch;
  let holder: Holder;
  let count = 0;
  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
    await warmUp(branch);
  });
  beforeEach(async () => {
    holder = await openPassbook(branch, `周桂兰${++count}`);
  });
  afterEach(() => keepsItsPromises(bank));
  afterAll(() => bank.stop());

  describe('an award', () => {
    const award = (by: TestPerson, requestId?: string, reason = '救助落水儿童') => {
      const input = { passbookId: holder.passbookId, ruleId: 'outstanding-award', level: 'street', reason };
      return by.call('desk', 'award', input, requestId);
    };
    const proposed = async (by: TestPerson): Promise<string> => {
      const told = await award(by);
      if (!told.ok) throw new Error(told.code);
      return told.data.id;
    };
    const decide = (by: TestPerson, awardId: string, approved = true) =>
      by.call('desk', 'approve', { awardId, approved });

    it('takes three people; decided once, credited once', async () => {
      const awardId = await proposed(branch.teller);
      expect(await pointsOf(holder)).toMatchObject({ balance: 0 });
      const told = await Promise.all([1, 2, 3].map(() => decide(branch.manager, awardId)));
      expect(told.map(outcome)).toEqual(['ok', 'ok', 'ok']);
      expect(await pointsOf(holder)).toMatchObject({ balance: 5_000 });
      expect(await decide(branch.manager, awardId, false)).toMatchObject({
        code: 'ALREADY_DECIDED',
        details: { state: 'approved' },
      });
      const { awards } = await branch.teller.do('desk', 'awards', { branchId: branch.branchId });
      expect(awards[0]).toMatchObject({
        state: 'approved',
        points: 5_000,
        name: `周桂兰${count}`,
        proposedBy: '李柜员',
      });
    });

    it('is not approved by who proposed it, and proposed or approved by nobody for themselves', async () => {
      const own = await proposed(branch.manager);
      expect(outcome(await decide(branch.manager, own))).toBe('THREE_PEOPLE_NEEDED');
      const person = bank.person(`主任${count}`);
      await hire(branch.street, person, { role: 'manager', branchId: branch.branchId, name: '第二主任' });
      expect(outcome(await decide(person, own))).toBe('ok');
      holder = await openPassbook(branch, `主任${count}`);
      expect(outcome(await award(person))).toBe('SELF_DEALING');
      expect(outcome(await decide(person, await proposed(branch.teller)))).toBe('SELF_DEALING');
      expect(await pointsOf(holder)).toMatchObject({ balance: 0 });
    });

    it('declined, is worth nothing', async () => {
      const awardId = await proposed(branch.teller);
      expect(outcome(await decide(branch.manager, awardId, false))).toBe('ok');
      expect(outcome(await decide(branch.manager, awardId))).toBe('ALREADY_DECIDED');
      expect(await pointsOf(holder)).toMatchObject({ balance: 0 });
    });

    it('is proposed once for a request, even if the passbook was frozen since', async () => {
      const requestId = newRequestId();
      const first = await award(branch.teller, requestId);
      await branch.manager.do('desk', 'freeze', { passbookId: holder.passbookId, reason: '核实中' });
      expect(await award(branch.teller, requestId)).toMatchObject({
        ok: true,
        data: first.ok ? first.data : null,
      });
      expect(outcome(await award(branch.teller, requestId, '别的事迹'))).toBe('REQUEST_REUSED');
      expect(outcome(await award(branch.teller))).toBe('PASSBOOK_FROZEN');
    });
  });

  describe('freezing', () => {
    it('stops what would begin, not what was begun; the points stay', async () => {
      const { person, passbookId } = (holder = await richHolder(branch, `吴秀英${count}`));
      const input = { passbookId, rewardId: branch.masks, lots: 1 };
      const { voucher } = await person.do('redemption', 'reserve', input);
      await branch.manager.do('desk', 'freeze', { passbookId, reason: '核实中' });
      expect((await person.do('passbook', 'home', {})).current?.cover.status).toBe('frozen');
      expect(await person.refused('redemption', 'reserve', input)).toBe('PASSBOOK_FROZEN');
      await branch.merchant.do('redemption', 'confirm', { voucher: voucher! });
      expect(await pointsOf(holder)).toEqual({ balance: 1_500, held: 0, available: 1_500 });
    });

    it('by an old request changes nothing that was decided since', async () => {
      const { passbookId } = holder;
      const requestId = newRequestId();
      const freezing = { passbookId, reason: '核实中' };
      await branch.manager.do('desk', 'freeze', freezing, requestId);
      await branch.manager.do('desk', 'unfreeze', { passbookId, reason: '已核实' });
      const told = await branch.manager.do('desk', 'freeze', freezing, requestId);
      expect(told.status).toBe('active');
      const other = await openPassbook(branch, `别人${count}`);
      const reused = { ...freezing, passbookId: other.passbookId };
      expect(await branch.manager.refused('desk', 'freeze', reused, requestId)).toBe('REQUEST_REUSED');
    });

    it('of the manager’s own passbook is somebody else’s task', async () => {
      const own = await openPassbook(branch, `manager-${branch.branchId}`);
      const input = { passbookId: own.passbookId, reason: '试试' };
      expect(await branch.manager.refused('desk', 'freeze', input)).toBe('SELF_DEALING');
    });
  });

  describe('a passbook for an enterprise', () => {
    const openFor = (title: string, requestId?: string) =>
      branch.teller.call(
        'desk',
        'openFor',
        { branchId: branch.branchId, kind: 'enterprise', title, speakerId: holder.passbookId },
        requestId,
      );

    it('is opened once, spoken for by a volunteer, and earns and spends like any other', async () => {
      const requestId = newRequestId();
      const told = await Promise.all([1, 2, 3].map(() => openFor(`便民超市${count}`, requestId)));
      const ids = told.map((one) => (one.ok ? one.data.passbookId : one.code));
      expect(new Set(ids).size).toBe(1);
      expect(outcome(await openFor('别的企业', requestId))).toBe('REQUEST_REUSED');
      const enterprise = { person: holder.person, passbookId: ids[0]! };
      const { passbooks } = await holder.person.do('passbook', 'home', {});
      expect(passbooks.map(({ kind }) => kind)).toEqual(['volunteer', 'enterprise']);

      const sessionId = await holdActivity(branch);
      expect(await scanned(branch.teller, 'checkIn', sessionId, enterprise)).toMatchObject({
        name: `便民超市${count}`,
        kind: 'enterprise',
        points: 100,
      });
      expect(await pointsOf(enterprise)).toMatchObject({ balance: 100 });
      expect(await pointsOf(holder)).toMatchObject({ balance: 0 });
      // Its speaker came too, with a passbook of their own.
      expect(outcome(await scan(branch.teller, 'checkIn', sessionId, holder))).toBe('ok');
    });

    it('is opened only for a volunteer of the branch', async () => {
      const other = await openBranch(bank, '0315');
      const stranger = await openPassbook(other, `外人${count}`);
      holder = { ...holder, passbookId: stranger.passbookId };
      expect(await openFor('便民超市')).toMatchObject({ code: 'NOT_FOUND', details: { what: 'passbook' } });
    });
  });

  describe('stock', () => {
    const enter = (kind: 'received' | 'writtenOff', lots: number, requestId?: string) =>
      branch.manager.call('desk', 'stock', { rewardId: branch.rice, kind, lots, reason: '盘点' }, requestId);

    it('is entered once for a request, even if that comes ten times at once', async () => {
      const requestId = newRequestId();
      const told = await Promise.all(Array.from({ length: 10 }, () => enter('received', 5, requestId)));
      for (const one of told)
        expect(one).toMatchObject({ ok: true, data: { stock: { received: 12, onHand: 12 } } });
      expect(outcome(await enter('received', 6, requestId))).toBe('REQUEST_REUSED');
    });

    it('is not written off beyond what there is, and stays refused for its request', async () => {
      const requestId = newRequestId();
      const refused = await enter('writtenOff', 13, requestId);
      expect(refused).toMatchObject({ code: 'OUT_OF_STOCK', details: { left: 12 } });
      await enter('received', 1);
      expect(await enter('writtenOff', 13, requestId)).toMatchObject({ code: 'OUT_OF_STOCK' });
      expect(await enter('writtenOff', 13)).toMatchObject({ data: { stock: { onHand: 0, writtenOff: 13 } } });
    });

    it('that is short is written off for one of two who do so at once', async () => {
      await enter('received', 5);
      const told = await Promise.all([
        enter('writtenOff', 4),
        enter('writtenOff', 4),
        enter('writtenOff', 4),
      ]);
      expect(told.map(outcome).sort()).toEqual(['OUT_OF_STOCK', 'OUT_OF_STOCK', 'ok']);
    });
  });

  it('finds a passbook by its number, a whole name or a phone number, and shows that one masked', async () => {
    const find = async (search: string) =>
      (await branch.teller.do('desk', 'passbooks', { branchId: branch.branchId, search })).passbooks;
    const phone = (
      bank.cloud.database.collection('people').findOne({ name: `周桂兰${count}` }) as { phone: string }
    ).phone;
    const row = {
      id: holder.passbookId,
      name: `周桂兰${count}`,
      phone: `${phone.slice(0, 3)}****${phone.slice(7)}`,
    };
    for (const search of [holder.passbookId, `周桂兰${count}`, phone])
      expect(await find(search)).toMatchObject([row]);
    expect(await find('周桂')).toEqual([]);
    expect(await find(phone.slice(0, 10))).toEqual([]);
    bank.pass(MINUTE);
  });
});
