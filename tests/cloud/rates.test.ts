import { DAY, HOUR, MINUTE, startOfDay } from '../../types/day';
import type { RateCard } from '../../types/entities';
import type { Input } from '../../types/routes';
import { keepsItsPromises } from '../support/promises';
import { outcome, richHolder, scanned } from '../support/scenes';
import {
  EARNING,
  holdActivity,
  newRequestId,
  OPENING,
  openBranch,
  openPassbook,
  TestBank,
  type TestBranch,
} from '../support/testBank';

describe('rate cards', () => {
  let bank: TestBank;
  let branch: TestBranch;
  let count = 0;
  beforeAll(async () => {
    bank = await TestBank.open();
  });
  beforeEach(async () => {
    // Each time a new branch on its first day.
    bank.now = OPENING;
    branch = await openBranch(bank, String(300 + ++count).padStart(4, '0'));
  });
  afterEach(() => keepsItsPromises(bank));
  afterAll(() => bank.stop());

  /** The next card: a visit earns 3 points, masks cost 6. */
  const next = (effectiveOn: string, more: Partial<Input<'rates', 'publish'>> = {}) => ({
    branchId: branch.branchId,
    effectiveOn,
    earning: EARNING.map((rule) => (rule.id === 'basic-visit' ? { ...rule, points: 300 } : rule)),
    prices: [{ rewardId: branch.masks, points: 600 }],
    explanation: '第二版',
    ...more,
  });
  const publish = (input: Input<'rates', 'publish'>, requestId?: string) =>
    branch.manager.call('rates', 'publish', input, requestId);
  const cards = () =>
    bank.cloud.database
      .collection<RateCard>('rateCards')
      .find({ branchId: branch.branchId }, { sort: { version: 1 } });
  const versionNow = async () => (await branch.manager.do('rates', 'current', {})).version;

  it('are numbered, chained to the card before, and stay as they were published', async () => {
    const [first] = cards();
    const second = await publish(next('2026-11-21'));
    const third = await publish(next('2026-11-23', { explanation: '第三版' }));
    expect(second).toMatchObject({ ok: true, data: { version: 2, previousHash: first!.hash } });
    expect(third).toMatchObject({ ok: true, data: { version: 3 } });
    expect(cards().map(({ version, previousHash }) => [version, previousHash])).toEqual([
      [1, ''],
      [2, first!.hash],
      [3, cards()[1]!.hash],
    ]);
    expect(await branch.manager.do('rates', 'current', { version: 1 })).toMatchObject({ hash: first!.hash });
    expect(await branch.manager.refused('rates', 'current', { version: 4 })).toBe('NO_RATE_CARD');
  });

  it('are published once for a request, even if another followed; the id stands for no other card', async () => {
    const requestId = newRequestId();
    const first = await publish(next('2026-11-21'), requestId);
    await publish(next('2026-11-22'));
    expect(await publish(next('2026-11-21'), requestId)).toMatchObject({
      data: first.ok ? first.data : null,
    });
    expect(outcome(await publish(next('2026-11-30'), requestId))).toBe('REQUEST_REUSED');
    expect(cards()).toHaveLength(3);
  });

  it('are published by one of two managers who do so at once', async () => {
    const told = await Promise.all([publish(next('2026-11-21')), publish(next('2026-11-22'))]);
    expect(told.filter((one) => one.ok).length).toBeGreaterThanOrEqual(1);
    for (const one of told) if (!one.ok) expect(one.code).toMatch(/ALREADY_EXISTS|EFFECTIVE_TOO_SOON/);
  });

  it('begin today if it is the first, else on a day to come, and after the one before', async () => {
    const refused = await publish(next('2026-11-20'));
    expect(refused).toMatchObject({ code: 'EFFECTIVE_TOO_SOON', details: { earliest: '2026-11-21' } });
    await publish(next('2026-11-25'));
    expect(await publish(next('2026-11-25'))).toMatchObject({ details: { earliest: '2026-11-26' } });
  });

  it('can’t begin at a midnight for whose first session the doors are open already', async () => {
    bank.now = startOfDay('2026-11-21') - 20 * MINUTE;
    const told = await publish(next('2026-11-21'));
    expect(told).toMatchObject({ code: 'EFFECTIVE_TOO_SOON', details: { earliest: '2026-11-22' } });
  });

  it('are refused if they price what there is not, or contradict themselves', async () => {
    const unknown = next('2026-11-21', { prices: [{ rewardId: 'r_MADEUP', points: 100 }] });
    expect(outcome(await publish(unknown))).toBe('NOT_FOUND');
    const twice = next('2026-11-21', { earning: [EARNING[0]!, { ...EARNING[0]!, id: 'again' }] });
    expect(await publish(twice)).toMatchObject({ code: 'BAD_INPUT', details: { path: 'earning.1.kinds' } });
    expect(cards()).toHaveLength(1);
  });

  it('take effect at midnight in Shanghai, on every instance', async () => {
    await publish(next('2026-11-21'));
    bank.now = startOfDay('2026-11-21') - 1;
    expect(await Promise.all([versionNow(), versionNow(), versionNow()])).toEqual([1, 1, 1]);
    bank.now = startOfDay('2026-11-21');
    expect(await Promise.all([versionNow(), versionNow(), versionNow()])).toEqual([2, 2, 2]);
  });

  it('pay a session by the card of its day, however late somebody is scanned', async () => {
    await publish(next('2026-11-21'));
    const holder = await openPassbook(branch, `周桂兰${count}`);
    const startsIn = startOfDay('2026-11-21') - HOUR - bank.now;
    const before = await holdActivity(branch, { startsIn });
    const after = await holdActivity(branch, { startsIn: startsIn + HOUR });
    bank.now = startOfDay('2026-11-21') + MINUTE;
    expect(await scanned(branch.teller, 'checkIn', before, holder)).toMatchObject({
      points: 100,
      version: 1,
    });
    bank.pass(MINUTE);
    expect(await scanned(branch.teller, 'checkIn', after, holder)).toMatchObject({ points: 300, version: 2 });
  });

  it('pay hours by the card under which the session started, though it ended under the next', async () => {
    const hours = EARNING.map((rule) => (rule.basis === 'hour' ? { ...rule, points: 400 } : rule));
    await publish(next('2026-11-21', { earning: hours }));
    const holder = await openPassbook(branch, `孙医生${count}`);
    bank.now = startOfDay('2026-11-21') - HOUR;
    const sessionId = await holdActivity(branch, { category: 'professional', basis: 'hour', hours: 2 });
    await scanned(branch.teller, 'checkIn', sessionId, holder);
    bank.pass(2 * HOUR);
    expect(await scanned(branch.teller, 'checkOut', sessionId, holder)).toMatchObject({
      points: 400,
      version: 1,
    });
  });

  it('price an order by the card of the moment, and nothing that it does not name any more', async () => {
    await publish(next('2026-11-21'));
    const { person, passbookId } = await richHolder(branch, `吴秀英${count}`, 'city');
    const input = { passbookId, rewardId: branch.masks, lots: 1 };
    const before = await person.do('redemption', 'reserve', input);
    bank.now = startOfDay('2026-11-21');
    const after = await person.do('redemption', 'reserve', input);
    expect([before, after].map(({ points, version }) => [points, version])).toEqual([
      [500, 1],
      [600, 2],
    ]);
    const rice = { ...input, rewardId: branch.rice };
    expect(await person.refused('redemption', 'reserve', rice)).toBe('REWARD_UNAVAILABLE');
    const { rewards, version } = await person.do('redemption', 'catalogue', {});
    expect([version, rewards.map(({ name, points }) => [name, points])]).toEqual([2, [['口罩', 600]]]);
    await branch.merchant.do('redemption', 'confirm', { voucher: before.voucher! });
    bank.pass(DAY);
  });
});
