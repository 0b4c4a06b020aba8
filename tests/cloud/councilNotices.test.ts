import type { Notice, Person, Subscription, Topic } from '../../types/entities';
import { startOfDay } from '../../types/day';
import { ALL_AGREE, type CouncilBranch, openCouncil, openVote, propose, voteAll } from '../support/council';
import { closeBank } from '../support/scenes';
import { newRequestId, openPassbook, TestBank, type TestPerson } from '../support/testBank';

const TEMPLATES = {
  BANK_TEMPLATE_COUNCIL: 'template-council',
  BANK_TEMPLATE_RATE_CARD: 'template-rate-card',
};
/** More than the clock tells at one waking. */
const CROWD = 130;

describe('notices', () => {
  let bank: TestBank;
  let council: CouncilBranch;
  beforeEach(async () => {
    bank = await TestBank.open(TEMPLATES);
    council = await openCouncil(bank);
  });
  afterEach(() => closeBank(bank));

  /** Agrees to so many messages, one after the other, as WeChat asks for each. */
  async function agree(person: TestPerson, topic: Topic, times: number): Promise<void> {
    for (let time = 0; time < times; time++)
      await person.do('rates', 'subscribe', { branchId: council.branchId, topics: [topic] });
  }

  const sentTo = (person: TestPerson) =>
    bank.cloud.outbox
      .messages()
      .filter(({ touser }) => touser === person.openid)
      .map(({ templateId, data }) => [templateId, data.thing1?.value]);

  it('go to those who agreed, once for each time they agreed, and to nobody else', async () => {
    const [willing, often, silent] = await Promise.all(
      ['周桂兰', '吴秀英', '郑建国'].map(async (name) => (await openPassbook(council, name)).person),
    );
    await agree(willing!, 'council', 1);
    await agree(often!, 'council', 3);
    await agree(often!, 'rateCard', 1);
    const proposalId = await propose(council);
    await bank.wakeClock();
    await openVote(council, proposalId);
    await bank.wakeClock();
    await voteAll(council, proposalId, ALL_AGREE);
    await council.manager.do('rates', 'decide', { proposalId });
    for (let waking = 0; waking < 3; waking++) await bank.wakeClock();
    expect(sentTo(willing!)).toEqual([['template-council', '有新的提案']]);
    expect(sentTo(often!)).toEqual([
      ['template-council', '有新的提案'],
      ['template-council', '请您投票'],
      ['template-rate-card', '新的积分标准通过了'],
    ]);
    expect(sentTo(silent!)).toEqual([]);
    expect(bank.cloud.outbox.messages()).toHaveLength(4);
  });

  it('are sent once, though the clock wakes many times at once, and an agreement counts once however often it is sent', async () => {
    const { person } = await openPassbook(council, '周桂兰');
    const consent = { branchId: council.branchId, topics: ['council' as const] };
    const requestId = newRequestId();
    for (let sent = 0; sent < 3; sent++) await person.do('rates', 'subscribe', consent, requestId);
    await propose(council);
    await Promise.all(Array.from({ length: 4 }, () => bank.wakeClock()));
    await propose(council);
    await Promise.all(Array.from({ length: 4 }, () => bank.wakeClock()));
    expect(sentTo(person)).toEqual([['template-council', '有新的提案']]);
  });

  it('stay within the branch', async () => {
    const other = await openCouncil(bank, '0212');
    const { person } = await openPassbook(other, '外区居民');
    await person.do('rates', 'subscribe', { branchId: '0212', topics: ['council'] });
    await propose(council);
    await bank.wakeClock();
    expect(sentTo(person)).toEqual([]);
  });

  it('reach everybody who agreed, however many they are', async () => {
    const crowd = Array.from({ length: CROWD }, (_, index) => `p_crowd${String(index).padStart(4, '0')}`);
    const [known] = bank.cloud.database.collection<Person>('people').find({}, { limit: 1 });
    bank.cloud.database
      .collection<Person>('people')
      .insert(...crowd.map((_id) => ({ ...known!, _id, openid: `openid-of-${_id}` })));
    const { branchId } = council;
    bank.cloud.database.collection<Subscription>('subscriptions').insert(
      ...crowd.map((personId) => ({
        _id: `${personId}#${branchId}#council`,
        ...{ personId, branchId, topic: 'council' as const, left: 2, ids: [] },
      })),
    );
    await propose(council);
    for (let waking = 0; waking < 3; waking++) await bank.wakeClock();
    const told = bank.cloud.outbox.messages().map(({ touser }) => touser);
    expect(told.sort()).toEqual(crowd.map((_id) => `openid-of-${_id}`).sort());
    expect(bank.cloud.database.collection<Notice>('notices').count({ sent: false })).toBe(0);
  });

  it('tell of a new card on its first day, and ask for an opinion at the quarter’s end, once each', async () => {
    const { person } = await openPassbook(council, '周桂兰');
    await agree(person, 'rateCard', 9);
    const proposalId = await propose(council);
    await openVote(council, proposalId);
    await voteAll(council, proposalId, ALL_AGREE);
    const { effectiveOn } = await council.manager.do('rates', 'decide', { proposalId });
    await bank.wakeClock();
    for (const day of [effectiveOn!, '2026-12-28'])
      for (let waking = 0; waking < 3; waking++) {
        bank.now = startOfDay(day) + waking;
        await bank.wakeClock();
      }
    expect(sentTo(person).map(([, title]) => title)).toEqual([
      '新的积分标准通过了',
      '新的积分标准生效了',
      '请您评一评积分标准',
    ]);
  });
});
