import { DAY, HOUR, MINUTE } from '../../types/day';
import type { Input } from '../../types/routes';
import { keepsItsPromises } from '../support/promises';
import { newRequestId, openBranch, TestBank, type TestBranch } from '../support/testBank';

describe('publishing an activity', () => {
  let bank: TestBank;
  let branch: TestBranch;
  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
  });
  afterEach(() => keepsItsPromises(bank));
  afterAll(() => bank.stop());

  const activity = (startsIn = HOUR, length = 2 * HOUR): Input<'activity', 'publish'> => {
    const startsAt = bank.now + startsIn;
    return {
      branchId: branch.branchId,
      title: '清雪除冰',
      description: '自带铁锹',
      category: 'basic',
      basis: 'visit',
      askFirst: false,
      sessions: [
        { place: '小区南门', startsAt, endsAt: startsAt + length, capacity: 20 },
        { place: '小区北门', startsAt: startsAt + DAY, endsAt: startsAt + DAY + length, capacity: 5 },
      ],
    };
  };

  it('shows its sessions to everybody, with what they earn', async () => {
    const { sessionIds } = await branch.teller.do('activity', 'publish', activity());
    expect(sessionIds).toHaveLength(2);
    const { sessions } = await bank.person('somebody').do('activity', 'list', { branchId: branch.branchId });
    expect(sessions).toMatchObject([
      { id: sessionIds[0], place: '小区南门', points: 100, taken: 0, state: 'open' },
      { id: sessionIds[1], place: '小区北门', points: 100, taken: 0, state: 'open' },
    ]);
  });

  it('is done once for a request, even if it is sent again when the session is over', async () => {
    const [requestId, input] = [newRequestId(), activity(0, 15 * MINUTE)];
    const first = await branch.teller.do('activity', 'publish', input, requestId);
    bank.pass(HOUR);
    expect(await branch.teller.do('activity', 'publish', input, requestId)).toEqual(first);
    const other = { ...input, description: '不用带工具' };
    expect(await branch.teller.refused('activity', 'publish', other, requestId)).toBe('REQUEST_REUSED');
  });

  it.each([
    ['is over', -3 * HOUR, 2 * HOUR],
    ['is too short', HOUR, 14 * MINUTE],
    ['is longer than a day', HOUR, DAY + 1],
    ['ends before it begins', HOUR, -HOUR],
  ])('is refused if a session %s', async (_what, startsIn, length) => {
    const told = await branch.teller.call('activity', 'publish', activity(startsIn, length));
    expect(told).toMatchObject({
      ok: false,
      code: 'BAD_INPUT',
      details: { path: 'input.sessions.0.endsAt' },
    });
  });

  it('is refused for a deed that the branch has not agreed to pay', async () => {
    const input = { ...activity(), category: 'professional', basis: 'visit' } as const;
    expect(await branch.teller.refused('activity', 'publish', input)).toBe('NO_EARNING_RULE');
  });

  it('is called off with a reason that is kept; only the same request may say it again', async () => {
    const { sessionIds } = await branch.teller.do('activity', 'publish', activity());
    const [requestId, sessionId] = [newRequestId(), sessionIds[0]!];
    await branch.teller.do('activity', 'cancel', { sessionId, reason: '暴雨' }, requestId);
    await branch.teller.do('activity', 'cancel', { sessionId, reason: '暴雨' }, requestId);
    const entries = bank.cloud.database.collection('trail').find({ about: sessionId });
    expect(entries).toMatchObject([{ act: 'cancelSession', reason: '暴雨' }]);
    const other = { sessionId: sessionIds[1]!, reason: '暴雨' };
    expect(await branch.teller.refused('activity', 'cancel', other, requestId)).toBe('REQUEST_REUSED');
    expect(await branch.teller.do('activity', 'get', { sessionId: sessionIds[1]! })).toMatchObject({
      state: 'open',
    });
  });
});
