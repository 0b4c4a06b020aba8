import { DAY, HOUR, MINUTE, startOfDay } from '../../types/day';
import type { RateCard } from '../../types/entities';
import {
  ALL_AGREE,
  cheaperRice,
  type CouncilBranch,
  openCouncil,
  openVote,
  propose,
  voteAll,
} from '../support/council';
import { closeBank, holdHours, pointsOf, richHolder, scanned } from '../support/scenes';
import { EARNING, holdActivity, openPassbook, TestBank } from '../support/testBank';
import { everything } from '../support/traces';

describe('a card that the council decided', () => {
  let bank: TestBank;
  let council: CouncilBranch;
  beforeEach(async () => {
    bank = await TestBank.open();
    council = await openCouncil(bank);
  });
  afterEach(() => closeBank(bank));

  const cards = () =>
    bank.cloud.database.collection<RateCard>('rateCards').find({}, { sort: { version: 1 } });

  async function decideOn(proposalId: string, revision = 1): Promise<string> {
    await council.seats['community-1']!.do('rates', 'open', { proposalId, revision });
    for (const [seatId, choice] of Object.entries(ALL_AGREE))
      await council.seats[seatId]!.do('rates', 'vote', { proposalId, revision, seatId, choice });
    const { effectiveOn } = await council.manager.do('rates', 'decide', { proposalId });
    return effectiveOn!;
  }

  /** Twice as much for a visit and for an hour, rice for 50 instead of 60. */
  async function agreeOnMore(): Promise<string> {
    const { proposalId } = await council.seats['resident-1']!.do('rates', 'propose', {
      branchId: council.branchId,
      title: '多给一点',
      ...cheaperRice(council),
      earning: EARNING.map((rule) => ({ ...rule, points: rule.points * 2 })),
    });
    return decideOn(proposalId);
  }

  it('can be changed by nobody, in no way', async () => {
    const proposalId = await propose(council);
    await decideOn(proposalId);
    const before = everything(bank);
    const [resident, community] = [council.seats['resident-1']!, council.seats['community-1']!];
    const wording = cheaperRice(council, 1_000);
    const ballot = { proposalId, revision: 1, seatId: 'resident-1', choice: 'against' } as const;
    const votes = [{ seatId: 'resident-1', choice: 'against' as const }];
    const refusals = [
      await resident.refused('rates', 'amend', { proposalId, revision: 1, ...wording }),
      await resident.refused('rates', 'vote', ballot),
      await resident.refused('rates', 'abandon', { proposalId }),
      await community.refused('rates', 'open', { proposalId, revision: 1 }),
      await resident.refused('rates', 'comment', { proposalId, text: '反悔了' }),
      await council.manager.refused('rates', 'record', {
        proposalId,
        revision: 1,
        text: '',
        photoIds: [],
        votes,
      }),
    ];
    expect(new Set(refusals)).toEqual(new Set(['WRONG_STAGE']));
    const publish = { branchId: council.branchId, effectiveOn: '2027-01-01', ...wording };
    expect(await council.manager.refused('rates', 'publish', publish)).toBe('COUNCIL_DECIDES');
    await council.manager.do('rates', 'decide', { proposalId });
    expect(everything(bank)).toEqual(before);
  });

  it('follows the one before by number and hash, and says what was agreed on', async () => {
    const first = await propose(council);
    await decideOn(first);
    const second = await propose(council, 4_000);
    await council.seats['association-1']!.do('rates', 'amend', {
      ...{ proposalId: second, revision: 1 },
      ...cheaperRice(council, 4_500),
    });
    await decideOn(second, 2);
    const [one, two, three] = cards();
    expect([one!.version, two!.version, three!.version]).toEqual([1, 2, 3]);
    expect([one!.previousHash, two!.previousHash, three!.previousHash]).toEqual(['', one!.hash, two!.hash]);
    expect(two!.agreement).toMatchObject({ proposalId: first, revision: 1, passed: true });
    expect(three!.agreement).toMatchObject({ proposalId: second, revision: 2, passed: true });
    expect(three!.prices.map(({ points }) => points)).toEqual([500, 4_500]);
    expect(three!.effectiveOn > two!.effectiveOn).toBe(true);
  });

  it('is in force from its Shanghai midnight, though no timer ever wakes', async () => {
    const effectiveOn = await agreeOnMore();
    const versionNow = async () => (await council.manager.do('rates', 'current', {})).version;
    bank.now = startOfDay(effectiveOn) - 1;
    expect(await Promise.all([versionNow(), versionNow(), versionNow()])).toEqual([1, 1, 1]);
    bank.now = startOfDay(effectiveOn);
    expect(await Promise.all([versionNow(), versionNow(), versionNow()])).toEqual([2, 2, 2]);
  });

  it('pays only sessions that start under it, however late somebody is scanned', async () => {
    const effectiveOn = await agreeOnMore();
    const midnight = startOfDay(effectiveOn);
    const visitor = await openPassbook(council, '周桂兰');
    const doctor = await openPassbook(council, '孙医生');
    bank.now = midnight - HOUR;
    const before = await holdActivity(council);
    const after = await holdActivity(council, { startsIn: HOUR });
    const hours = await holdHours(council);
    await scanned(council.teller, 'checkIn', hours, doctor);
    bank.now = midnight + MINUTE;
    expect(await scanned(council.teller, 'checkIn', before, visitor)).toMatchObject({
      points: 100,
      version: 1,
    });
    bank.pass(MINUTE);
    expect(await scanned(council.teller, 'checkIn', after, visitor)).toMatchObject({
      points: 200,
      version: 2,
    });
    bank.now = midnight + HOUR;
    expect(await scanned(council.teller, 'checkOut', hours, doctor)).toMatchObject({
      points: 400,
      version: 1,
    });
  });

  it('leaves orders their price, and what was posted as it was', async () => {
    const holder = await richHolder(council, '吴秀英', 'city');
    const effectiveOn = await agreeOnMore();
    bank.now = startOfDay(effectiveOn) - HOUR;
    const order = { passbookId: holder.passbookId, rewardId: council.rice, lots: 1 };
    const { id } = await holder.person.do('redemption', 'reserve', order);
    bank.now = startOfDay(effectiveOn) + DAY;
    await bank.wakeClock();
    expect(await pointsOf(holder)).toMatchObject({ balance: 100_000, held: 6_000 });
    const kept = await holder.person.do('redemption', 'order', { orderId: id });
    expect(kept).toMatchObject({ points: 6_000, version: 1, state: 'reserved' });
    await council.teller.do('redemption', 'confirm', { voucher: kept.voucher! });
    expect(await pointsOf(holder)).toMatchObject({ balance: 94_000, held: 0 });
  });

  it('goes through the vote by nobody’s vote but the seats’ own', async () => {
    const proposalId = await propose(council);
    await openVote(council, proposalId);
    const ballot = (seatId: string) => ({ proposalId, revision: 1, seatId, choice: 'agree' as const });
    const foreign = await openCouncil(bank, '0212');
    for (const [voter, seatId, code] of [
      [council.seats['resident-1']!, 'community-1', 'NOT_SEATED'],
      [council.seats['resident-1']!, 'resident-9', 'NOT_SEATED'],
      [foreign.seats['resident-1']!, 'resident-1', 'WRONG_BRANCH'],
      [council.manager, 'resident-1', 'FORBIDDEN'],
      [council.street, 'resident-1', 'FORBIDDEN'],
    ] as const)
      expect(await voter.refused('rates', 'vote', ballot(seatId))).toBe(code);
    await voteAll(council, proposalId, { 'resident-1': 'agree' });
    const { votes } = await council.manager.do('rates', 'proposal', { proposalId });
    expect(votes.filter(({ choice }) => choice).map(({ seatId }) => seatId)).toEqual(['resident-1']);
  });
});
