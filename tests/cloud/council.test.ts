import { DAY, dayOf, HOUR, shanghai } from '../../types/day';
import {
  ALL_AGREE,
  cheaperRice,
  type CouncilBranch,
  openCouncil,
  openVote,
  propose,
  SEATS,
  voteAll,
} from '../support/council';
import { keepsItsPromises } from '../support/promises';
import { scanned } from '../support/scenes';
import {
  EARNING,
  giveAward,
  hire,
  holdActivity,
  newRequestId,
  openPassbook,
  showCode,
  TestBank,
} from '../support/testBank';

describe('the council agrees on a rate card', () => {
  let bank: TestBank;
  let council: CouncilBranch;
  beforeEach(async () => {
    bank = await TestBank.open();
    council = await openCouncil(bank);
  });
  afterEach(async () => {
    await keepsItsPromises(bank);
    await bank.stop();
  });

  it('brings a proposal from its draft into force, and pays by it from its midnight on', async () => {
    const { person, passbookId } = await openPassbook(council, '周桂兰');
    await giveAward(council, passbookId, 'street');
    await giveAward(council, passbookId, 'street');
    const proposalId = await propose(council);
    await council.seats['association-1']!.do('rates', 'comment', { proposalId, text: '同意，米价也降了' });
    const closesAt = await openVote(council, proposalId);
    expect(shanghai(closesAt).format('MM-DD HH:mm')).toBe('12-15 20:00');
    await voteAll(council, proposalId, ALL_AGREE);
    const decided = await council.manager.do('rates', 'decide', { proposalId });
    expect(decided).toMatchObject({ stage: 'passed', effectiveOn: '2026-11-28' });

    const before = await person.do('redemption', 'reserve', { passbookId, rewardId: council.rice, lots: 1 });
    expect(before).toMatchObject({ points: 6000, version: 1 });
    await person.do('redemption', 'cancel', { orderId: before.id });
    bank.now = Date.UTC(2026, 10, 27, 15, 59, 59);
    expect((await person.do('rates', 'current', {})).version).toBe(1);
    bank.now = Date.UTC(2026, 10, 27, 16, 0, 0);
    const card = await person.do('rates', 'current', {});
    expect(card).toMatchObject({
      version: 2,
      agreement: { proposalId, byParty: { resident: { seats: 3, agree: 3, agrees: true } } },
    });
    const after = await person.do('redemption', 'reserve', { passbookId, rewardId: council.rice, lots: 1 });
    expect(after).toMatchObject({ points: 5000, version: 2 });
  });

  it('fails on a tie in one party, whatever the others say', async () => {
    const proposalId = await propose(council);
    await openVote(council, proposalId);
    await voteAll(council, proposalId, { ...ALL_AGREE, 'community-2': 'against' });
    const { stage, result } = await council.manager.do('rates', 'decide', { proposalId });
    expect(stage).toBe('failed');
    expect(result?.byParty.community).toMatchObject({ agree: 1, against: 1, agrees: false });
    expect(result?.byParty.resident.agrees).toBe(true);
  });

  it('fails when a party stays away, once the time is over, by the clock alone', async () => {
    const proposalId = await propose(council);
    const closesAt = await openVote(council, proposalId);
    const { 'association-1': _one, 'association-2': _two, ...others } = ALL_AGREE;
    await voteAll(council, proposalId, others);
    expect(await council.manager.refused('rates', 'decide', { proposalId })).toBe('VOTING_OPEN');
    bank.now = closesAt;
    await bank.wakeClock();
    await bank.wakeClock();
    const page = await council.manager.do('rates', 'proposal', { proposalId });
    expect(page).toMatchObject({
      stage: 'failed',
      result: { byParty: { association: { agree: 0, agrees: false } } },
    });
  });

  it('counts one vote a seat, only from who sits there, only while it is open', async () => {
    const proposalId = await propose(council);
    const closesAt = await openVote(council, proposalId);
    const ballot = { proposalId, revision: 1, seatId: 'resident-1', choice: 'agree' } as const;
    const voter = council.seats['resident-1']!;
    const requestId = newRequestId();
    await voter.do('rates', 'vote', ballot, requestId);
    await voter.do('rates', 'vote', ballot, requestId);
    expect(await voter.refused('rates', 'vote', { ...ballot, choice: 'against' })).toBe('ALREADY_VOTED');
    expect(await voter.refused('rates', 'vote', { ...ballot, seatId: 'resident-2' })).toBe('NOT_SEATED');
    expect(await voter.refused('rates', 'vote', { ...ballot, revision: 2 })).toBe('REVISION_OUTDATED');
    bank.now = closesAt;
    const late = council.seats['resident-2']!;
    expect(await late.refused('rates', 'vote', { ...ballot, seatId: 'resident-2' })).toBe('VOTING_CLOSED');
  });

  it('counts a paper vote once a second councillor confirms the minutes', async () => {
    const proposalId = await propose(council);
    await openVote(council, proposalId);
    const { photoId } = await council.manager.do('rates', 'addPhoto', {
      branchId: council.branchId,
      data: `iVBORw0KGgo${'A'.repeat(60)}`,
    });
    const votes = SEATS.slice(0, 5).map((seatId) => ({ seatId, choice: 'agree' as const }));
    const minutes = await council.manager.do('rates', 'record', {
      proposalId,
      revision: 1,
      text: '十一月议事会，到会五人',
      photoIds: [photoId],
      votes,
    });
    const page = () => council.manager.do('rates', 'proposal', { proposalId });
    expect((await page()).votes.filter((vote) => vote.choice)).toHaveLength(0);
    await council.seats['resident-3']!.do('rates', 'confirmRecord', { minutesId: minutes.id });
    await council.seats['resident-3']!.do('rates', 'confirmRecord', { minutesId: minutes.id });
    expect((await page()).votes.filter((vote) => vote.onPaper)).toHaveLength(5);
    const again = { proposalId, revision: 1, seatId: 'community-1', choice: 'against' } as const;
    expect(await council.seats['community-1']!.refused('rates', 'vote', again)).toBe('ALREADY_VOTED');
  });

  it('binds votes to a wording: an amendment comes before the vote, never during it', async () => {
    const proposalId = await propose(council);
    const wording = { ...cheaperRice(council), prices: [{ rewardId: council.rice, points: 5500 }] };
    const amended = await council.seats['community-2']!.do('rates', 'amend', {
      proposalId,
      revision: 1,
      ...wording,
    });
    expect(amended.revision).toBe(2);
    const stale = { proposalId, revision: 1, ...wording };
    expect(await council.seats['community-1']!.refused('rates', 'amend', stale)).toBe('REVISION_OUTDATED');
    expect(await council.seats['community-1']!.refused('rates', 'open', { proposalId, revision: 1 })).toBe(
      'REVISION_OUTDATED',
    );
    await council.seats['community-1']!.do('rates', 'open', { proposalId, revision: 2 });
    expect(
      await council.seats['community-2']!.refused('rates', 'amend', { proposalId, revision: 2, ...wording }),
    ).toBe('WRONG_STAGE');
  });

  it('votes on one proposal at a time, and on none that started from an older card', async () => {
    const [first, second] = [await propose(council), await propose(council)];
    await openVote(council, first);
    const open = { proposalId: second, revision: 1 };
    expect(await council.seats['community-1']!.refused('rates', 'open', open)).toBe('OTHER_VOTE_OPEN');
    await voteAll(council, first, ALL_AGREE);
    await council.manager.do('rates', 'decide', { proposalId: first });
    expect(await council.seats['community-1']!.refused('rates', 'open', open)).toBe('BASE_OUTDATED');
  });

  it('decides once, however many decide at the same moment', async () => {
    const proposalId = await propose(council);
    await openVote(council, proposalId);
    await voteAll(council, proposalId, ALL_AGREE);
    const deciders = [council.manager, ...Object.values(council.seats)];
    const told = await Promise.all(deciders.map((person) => person.call('rates', 'decide', { proposalId })));
    expect(told.every((one) => one.ok && one.data.stage === 'passed')).toBe(true);
    const { cards } = await council.manager.do('rates', 'history', { branchId: council.branchId });
    expect(cards.map((card) => card.version)).toEqual([2, 1]);
  });

  it('lets nobody change the card beside the council', async () => {
    const publish = { branchId: council.branchId, effectiveOn: '2026-12-01', ...cheaperRice(council) };
    expect(await council.manager.refused('rates', 'publish', publish)).toBe('COUNCIL_DECIDES');
  });

  it('keeps the votes of a member who leaves, and gives the seat to the next', async () => {
    const proposalId = await propose(council);
    await openVote(council, proposalId);
    await voteAll(council, proposalId, { 'resident-2': 'agree' });
    await council.seats['resident-2']!.do('desk', 'vacate', {
      branchId: council.branchId,
      seatId: 'resident-2',
    });
    const next = bank.person('接任者');
    await hire(council.street, next, {
      role: 'councillor',
      branchId: council.branchId,
      seatId: 'resident-2',
      name: '接任者',
    });
    const ballot = { proposalId, revision: 1, seatId: 'resident-2', choice: 'against' } as const;
    expect(await next.refused('rates', 'vote', ballot)).toBe('ALREADY_VOTED');
    expect(
      await council.seats['resident-2']!.refused('rates', 'comment', { proposalId, text: '再说一句' }),
    ).toBe('NOT_SEATED');
  });

  it('replays the days before under a draft, and changes nothing by it', async () => {
    const { person, passbookId } = await openPassbook(council, '孙医生');
    const sessionId = await holdActivity(council, {
      title: '义诊',
      category: 'professional',
      basis: 'hour',
      hours: 3,
    });
    await council.teller.do('activity', 'checkIn', { sessionId, code: await showCode(person, passbookId) });
    bank.pass(2 * HOUR);
    await council.teller.do('activity', 'checkOut', { sessionId, code: await showCode(person, passbookId) });
    const forgetful = await openPassbook(council, '钱医生');
    const { attendanceId } = await scanned(council.teller, 'checkIn', sessionId, forgetful);
    const earning = EARNING.map((rule) => (rule.basis === 'hour' ? { ...rule, points: 250 } : rule));
    const draft = { branchId: council.branchId, earning, prices: cheaperRice(council).prices };
    const impact = await council.seats['resident-1']!.do('rates', 'preview', draft);
    expect(impact.groups).toMatchObject([
      { kind: 'volunteer', category: 'professional', deeds: 1, before: 400, after: 500 },
    ]);
    bank.pass(3 * DAY);
    await bank.wakeClock();
    const kept = bank.cloud.database.collection('daySummaries').count();
    expect(kept).toBeGreaterThan(0);
    const again = await council.seats['resident-1']!.do('rates', 'preview', draft);
    expect(again.groups).toEqual(impact.groups);
    expect(dayOf(bank.now)).toBe(again.until);

    // What is confirmed days later counts once all of that day can be told.
    await council.otherTeller.do('desk', 'settleHours', { attendanceId, minutes: 60 });
    // Those kept by an earlier version don't say when they were taken.
    const summaries = bank.cloud.database.collection('daySummaries');
    for (const { takenAt: _, ...old } of summaries.find()) {
      summaries.remove({ _id: old._id });
      summaries.insert(old);
    }
    bank.pass(7 * DAY);
    await bank.wakeClock();
    const { groups } = await council.seats['resident-1']!.do('rates', 'preview', draft);
    expect(groups).toMatchObject([{ deeds: 2, before: 600, after: 750 }]);
  });

  it('asks holders at the quarter’s end what they think of the card, once', async () => {
    const { person } = await openPassbook(council, '周桂兰');
    const opinion = { branchId: council.branchId, version: 1, stars: 5, comment: '很公道' };
    expect(await person.refused('rates', 'review', opinion)).toBe('REVIEW_CLOSED');
    bank.now = Date.UTC(2026, 11, 28, 4);
    await person.do('rates', 'review', opinion);
    expect(await person.refused('rates', 'review', opinion)).toBe('ALREADY_REVIEWED');
    const { cards } = await person.do('rates', 'history', {});
    expect(cards[0]?.review).toEqual({ version: 1, count: 1, byStars: [0, 0, 0, 0, 1] });
  });
});
