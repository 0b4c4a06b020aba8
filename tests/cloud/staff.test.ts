import { HOUR } from '../../types/day';
import type { Input } from '../../types/routes';
import { keepsItsPromises } from '../support/promises';
import { outcome, warmUp } from '../support/scenes';
import {
  hire,
  newPhone,
  newRequestId,
  NOTICE,
  openBranch,
  SET_UP_CODE,
  TestBank,
  type TestBranch,
  type TestPerson,
} from '../support/testBank';

const setUp = (code: string, streetName = '长江路街道'): Input<'desk', 'setUp'> => ({
  code,
  streetName,
  bankName: '长江公益银行',
  name: '街道办',
  phone: newPhone(),
  consent: NOTICE,
});

describe('setting the bank up', () => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await TestBank.open();
  });
  afterEach(() => bank.stop());

  it('takes the code that was printed, once; only who began it can finish it', async () => {
    const [first, second] = [bank.person('甲'), bank.person('乙')];
    expect(await first.refused('desk', 'setUp', setUp('GUESSED-CODE-0001'))).toBe('SET_UP_CODE_INVALID');
    expect(await first.refused('desk', 'setUp', setUp(''))).toBe('SET_UP_CODE_INVALID');
    expect(await first.refused('desk', 'branches', {})).toBe('FORBIDDEN');
    await first.do('desk', 'setUp', setUp(` ${SET_UP_CODE.toLowerCase()} `));
    expect(await second.refused('desk', 'setUp', setUp(SET_UP_CODE))).toBe('ALREADY_EXISTS');
    expect(await second.refused('desk', 'branches', {})).toBe('FORBIDDEN');
    await first.do('desk', 'setUp', setUp(SET_UP_CODE, '别的街道'));
    expect(await first.do('desk', 'branches', {})).toEqual({ street: '长江路街道', branches: [] });
  });

  it('makes one street office of two who set up at once', async () => {
    const told = await Promise.all(
      ['甲', '乙', '丙'].map((name) => bank.person(name).call('desk', 'setUp', setUp(SET_UP_CODE))),
    );
    expect(told.map(outcome).sort()).toEqual(['ALREADY_EXISTS', 'ALREADY_EXISTS', 'ok']);
    expect(bank.cloud.database.collection('people').find()).toHaveLength(1);
  });
});

describe('the staff', () => {
  let bank: TestBank;
  let branch: TestBranch;
  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
    await warmUp(branch);
  });
  afterEach(() => keepsItsPromises(bank));
  afterAll(() => bank.stop());

  const invite = async (requestId?: string) => {
    const input = { role: 'teller', branchId: branch.branchId, name: '赵柜员' } as const;
    return branch.manager.do('desk', 'invite', input, requestId);
  };
  const accept = (person: TestPerson, code: string) =>
    person.call('desk', 'accept', { code, phone: newPhone(), consent: NOTICE });

  it('takes a role by an invitation, once; the code is kept as a hash only', async () => {
    const { code, id } = await invite();
    const person = bank.person('赵柜员');
    expect(await person.do('desk', 'invitation', { code })).toMatchObject({
      role: 'teller',
      name: '赵柜员',
      state: 'pending',
    });
    expect(outcome(await accept(person, code.toLowerCase()))).toBe('ok');
    expect(outcome(await accept(person, code))).toBe('ok');
    expect(outcome(await accept(bank.person('别人'), code))).toBe('INVITATION_USED');
    const { members } = await branch.manager.do('desk', 'members', { branchId: branch.branchId });
    expect(members.filter((member) => member.name === '赵柜员')).toMatchObject([{ role: 'teller' }]);
    const stored = JSON.stringify(bank.cloud.database.collection('invitations').findOne({ _id: id }));
    expect(stored).not.toContain(code);
  });

  it('gives an invitation to one of many who accept it at once', async () => {
    const { code } = await invite();
    const told = await Promise.all(
      ['甲', '乙', '丙', '丁'].map((name) => accept(bank.person(`快手${name}`), code)),
    );
    expect(told.map(outcome).sort()).toEqual([...Array<string>(3).fill('INVITATION_USED'), 'ok']);
  });

  it('lets an invitation expire after 72 hours', async () => {
    const { code } = await invite();
    bank.pass(72 * HOUR);
    const late = bank.person('迟到的人');
    expect(await late.do('desk', 'invitation', { code })).toMatchObject({ state: 'expired' });
    expect(outcome(await accept(late, code))).toBe('INVITATION_EXPIRED');
  });

  it('is not joined by who invited, nor by a made-up code', async () => {
    const { code } = await invite();
    expect(outcome(await accept(branch.manager, code))).toBe('SELF_DEALING');
    expect(outcome(await accept(bank.person('猜码的人'), 'GY3-0000-0000-0000-0000'))).toBe(
      'INVITATION_INVALID',
    );
    expect(outcome(await accept(bank.person('猜码的人'), ''))).toBe('INVITATION_INVALID');
  });

  it('is invited once for a request, with the same code; the id stands for nobody else', async () => {
    const requestId = newRequestId();
    expect(await invite(requestId)).toEqual(await invite(requestId));
    const other = { role: 'teller', branchId: branch.branchId, name: '别人' } as const;
    expect(await branch.manager.refused('desk', 'invite', other, requestId)).toBe('REQUEST_REUSED');
  });

  it('is invited by the street and the manager, each their own', async () => {
    const { branchId } = branch;
    const named = (role: 'manager' | 'teller') => ({ role, branchId, name: '某某' });
    expect(await branch.manager.refused('desk', 'invite', named('manager'))).toBe('FORBIDDEN');
    expect(await branch.manager.refused('desk', 'invite', { role: 'street', name: '某某' })).toBe(
      'FORBIDDEN',
    );
    expect(await branch.street.refused('desk', 'invite', named('teller'))).toBe('FORBIDDEN');
    expect(outcome(await branch.street.call('desk', 'invite', named('manager')))).toBe('ok');
    expect(await branch.street.refused('desk', 'invite', { ...named('manager'), branchId: '9999' })).toBe(
      'NOT_FOUND',
    );
  });

  it('may be of the street and a branch’s manager in one person, and then invites as either', async () => {
    const both = bank.person('身兼两职');
    await hire(branch.street, both, { role: 'street', name: '身兼两职' });
    await hire(branch.street, both, { role: 'manager', branchId: branch.branchId, name: '身兼两职' });
    for (const role of ['manager', 'teller'] as const)
      expect(
        outcome(await both.call('desk', 'invite', { role, branchId: branch.branchId, name: '某某' })),
      ).toBe('ok');
  });

  it('opens each branch once', async () => {
    const requestId = newRequestId();
    const input = { branchId: '0400', name: '珠山路储蓄所' };
    await branch.street.do('desk', 'createBranch', input, requestId);
    expect(await branch.street.do('desk', 'createBranch', input, requestId)).toEqual({
      id: '0400',
      name: input.name,
    });
    expect(await branch.street.refused('desk', 'createBranch', input)).toBe('ALREADY_EXISTS');
  });
});
