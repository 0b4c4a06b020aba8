import { DAY, HOUR, startOfDay } from '../../types/day';
import { keepsItsPromises } from '../support/promises';
import { EARNING, holdActivity, openBranch, TestBank, type TestBranch } from '../support/testBank';

describe('the list of a branch’s sessions', () => {
  let bank: TestBank;
  let branch: TestBranch;
  beforeEach(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
  });
  afterEach(async () => {
    await keepsItsPromises(bank);
    await bank.stop();
  });

  const list = async () =>
    (await branch.teller.do('activity', 'list', { branchId: branch.branchId })).sessions;
  const titles = async () => (await list()).map(({ title }) => title);

  it('keeps one across midnight while a teller may stand at its door, and today’s until the day is over', async () => {
    bank.now = startOfDay('2026-11-20') + 20 * HOUR;
    await holdActivity(branch, { title: '晚会', hours: 2 });
    await holdActivity(branch, { title: '守夜', startsIn: 2 * HOUR, hours: 3 });
    await holdActivity(branch, { title: '晨练', startsIn: 10 * HOUR });
    expect(await titles()).toEqual(['晚会', '守夜', '晨练']);
    bank.now = startOfDay('2026-11-21') + HOUR / 2;
    expect(await titles()).toEqual(['守夜', '晨练']);
    bank.pass(2 * HOUR);
    expect(await titles()).toEqual(['守夜', '晨练']);
    bank.now = startOfDay('2026-11-22') + HOUR;
    expect(await titles()).toEqual([]);
  });

  it('tells what each earns by the card that will be in force when it begins', async () => {
    await holdActivity(branch, { title: '今天' });
    await holdActivity(branch, { title: '旧标准的最后一天', startsIn: 4 * DAY });
    await holdActivity(branch, { title: '新标准的第一天', startsIn: 5 * DAY });
    await holdActivity(branch, { title: '再新的', startsIn: 9 * DAY });
    for (const [effectiveOn, points] of [
      ['2026-11-25', 150],
      ['2026-11-28', 300],
    ] as const)
      await branch.manager.do('rates', 'publish', {
        branchId: branch.branchId,
        effectiveOn,
        earning: EARNING.map((rule) => (rule.basis === 'visit' ? { ...rule, points } : rule)),
        prices: [],
        explanation: '',
      });
    bank.pass(2 * 60_000);
    const paid = async () => (await list()).map(({ title, points }) => [title, points]);
    expect(await paid()).toEqual([
      ['今天', 100],
      ['旧标准的最后一天', 100],
      ['新标准的第一天', 150],
      ['再新的', 300],
    ]);
    bank.pass(5 * DAY);
    expect(await paid()).toEqual([
      ['新标准的第一天', 150],
      ['再新的', 300],
    ]);
  });
});
