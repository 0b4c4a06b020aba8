import { passbookNumber } from '../../cloudfunctions/bank/passbookNumber';
import { CHARTER } from '../support/council';
import { EVERY_ACTION, Laboratory } from '../support/everyAction';
import { closeBank, richHolder, scanned } from '../support/scenes';
import { newRequestId, openBranch, TestBank, type TestBranch } from '../support/testBank';
import { everything } from '../support/traces';

let bank: TestBank;
let branch: TestBranch;
let elsewhere: TestBranch;
let lab: Laboratory;
beforeAll(async () => {
  bank = await TestBank.open();
  branch = await openBranch(bank);
  elsewhere = await openBranch(bank, '0315');
  lab = new Laboratory(branch, await richHolder(branch, '周桂兰'), '');
});
afterAll(() => closeBank(bank));

describe('a request id that was used with other content is refused, and nothing changes', () => {
  it('by the council’s charter', async () => {
    await lab.convened();
    const { street, branchId } = branch;
    const requestId = newRequestId();
    const input = { branchId, ...CHARTER, publicityDays: 9 };
    const first = await street.do('desk', 'charter', input, requestId);
    const before = everything(bank);
    const other = { ...input, publicityDays: 10 };
    expect(await street.refused('desk', 'charter', other, requestId)).toBe('REQUEST_REUSED');
    expect(everything(bank)).toEqual(before);
    expect(await street.do('desk', 'charter', input, requestId)).toEqual(first);
  });

  it('by the minutes of a meeting', async () => {
    const { manager } = branch;
    const requestId = newRequestId();
    const input = await EVERY_ACTION.rates.record(lab);
    const first = await manager.do('rates', 'record', input, requestId);
    const before = everything(bank);
    const votes = [{ seatId: 'community-1', choice: 'against' as const }];
    for (const other of [
      { ...input, votes },
      { ...input, text: '另一次会议' },
    ])
      expect(await manager.refused('rates', 'record', other, requestId)).toBe('REQUEST_REUSED');
    expect(everything(bank)).toEqual(before);
    expect(await manager.do('rates', 'record', input, requestId)).toEqual(first);
  });

  it('by an invitation', async () => {
    const { manager, branchId } = branch;
    const requestId = newRequestId();
    const input = { role: 'teller', branchId, name: '新柜员' } as const;
    const first = await manager.do('desk', 'invite', input, requestId);
    const before = everything(bank);
    expect(await manager.refused('desk', 'invite', { ...input, name: '别人' }, requestId)).toBe(
      'REQUEST_REUSED',
    );
    const merchant = { role: 'merchant', branchId, name: '新柜员', merchantName: '茶叶店' } as const;
    expect(await manager.refused('desk', 'invite', merchant, requestId)).toBe('REQUEST_REUSED');
    expect(everything(bank)).toEqual(before);
    expect(await manager.do('desk', 'invite', input, requestId)).toEqual(first);
  });
});

describe('staff of another branch learn nothing of what there is', () => {
  const ELSEWHERE = { code: 'WRONG_BRANCH', details: { branchId: '0211' } };
  const nobodys = passbookNumber('0211', 999_999);

  it.each(['award', 'freeze', 'unfreeze'] as const)('by %s', async (action) => {
    const { passbookId } = lab.holder;
    const before = everything(bank);
    const reason = '核实中';
    const more = action === 'award' ? { ruleId: 'outstanding-award', level: 'street' } : {};
    const ask = (about: string) =>
      elsewhere.manager.call('desk', action as 'freeze', { passbookId: about, reason, ...more });
    for (const told of [await ask(passbookId), await ask(nobodys)])
      expect(told).toMatchObject({ ok: false, ...ELSEWHERE });
    expect(everything(bank)).toEqual(before);
  });

  it('by undoing a scan', async () => {
    const { holder, sessionId } = await lab.scan();
    const { attendanceId } = await scanned(branch.teller, 'checkIn', sessionId, holder);
    const before = everything(bank);
    const ask = (id: string) => elsewhere.teller.call('activity', 'undo', { attendanceId: id });
    const nobody = attendanceId.replace(holder.passbookId, nobodys);
    for (const told of [await ask(attendanceId), await ask(nobody)])
      expect(told).toMatchObject({ ok: false, ...ELSEWHERE });
    expect(everything(bank)).toEqual(before);
  });
});
