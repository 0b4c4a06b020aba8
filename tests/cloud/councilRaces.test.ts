import type { Choice, Council, Notice, Proposal, RateCard } from '../../types/entities';
import {
  ALL_AGREE,
  type CouncilBranch,
  openCouncil,
  openVote,
  propose,
  SEATS,
  voteAll,
} from '../support/council';
import { closeBank, outcome, warmUp } from '../support/scenes';
import { newRequestId, TestBank } from '../support/testBank';

const AGAINST = Object.fromEntries(SEATS.map((seatId) => [seatId, 'against' as const]));
/** One seat has not voted; the association stays away, so nothing passes. */
const { 'association-1': _one, 'association-2': _two, 'resident-1': _last, ...OTHERS } = ALL_AGREE;

describe('in the council, at the same moment', () => {
  let bank: TestBank;
  let council: CouncilBranch;
  beforeAll(async () => {
    bank = await TestBank.open();
    council = await openCouncil(bank);
    await warmUp(council, 'rates');
  });
  afterAll(() => closeBank(bank));

  const proposalOf = (id: string) =>
    bank.cloud.database.collection<Proposal>('proposals').findOne({ _id: id })!;
  const councilNow = () =>
    bank.cloud.database.collection<Council>('councils').findOne({ _id: council.branchId })!;
  const newCards = () =>
    bank.cloud.database.collection<RateCard>('rateCards').count({ branchId: council.branchId }) - 1;
  const decide = (proposalId: string) => council.manager.call('rates', 'decide', { proposalId });
  const vote = (proposalId: string, seatId: string, choice: Choice = 'agree', requestId?: string) =>
    council.seats[seatId]!.call('rates', 'vote', { proposalId, revision: 1, seatId, choice }, requestId);

  async function putToTheVote(riceAt?: number): Promise<{ proposalId: string; closesAt: number }> {
    const proposalId = await propose(council, riceAt);
    return { proposalId, closesAt: await openVote(council, proposalId) };
  }

  async function voteDown(proposalId: string): Promise<void> {
    await voteAll(council, proposalId, AGAINST);
    expect(await decide(proposalId)).toMatchObject({ ok: true, data: { stage: 'failed' } });
  }

  it.each([
    ['vote, then the manager decides', true, false],
    ['the manager decides, then a vote', false, false],
    ['vote, then the clock decides', true, true],
    ['the clock decides, then a vote', false, true],
  ])('counts a vote of the last second or refuses it: %s', async (_order, voteFirst, byClock) => {
    for (let round = 0; round < 3; round++) {
      const { proposalId, closesAt } = await putToTheVote();
      await voteAll(council, proposalId, OTHERS);
      const casting = () => {
        bank.now = closesAt - 1;
        return vote(proposalId, 'resident-1');
      };
      const deciding = () => {
        bank.now = closesAt;
        return byClock ? bank.wakeClock() : decide(proposalId);
      };
      const told = voteFirst ? [casting(), deciding()] : [deciding(), casting()].reverse();
      const [cast] = (await Promise.all(told)) as [Awaited<ReturnType<typeof vote>>, unknown];
      bank.now = closesAt;
      expect(await bank.wakeClock()).toMatchObject({ failed: [] });
      expect(outcome(cast)).toMatch(/^(ok|VOTING_CLOSED|WRONG_STAGE)$/);
      const { stage, votes, voteCount, result } = proposalOf(proposalId);
      expect(stage).toBe('failed');
      expect('resident-1' in votes).toBe(cast.ok);
      expect(voteCount).toBe(Object.keys(OTHERS).length + Number(cast.ok));
      expect(result?.byParty.resident.agree).toBe(2 + Number(cast.ok));
    }
  });

  it('counts every seat’s vote', async () => {
    const { proposalId } = await putToTheVote();
    const told = await Promise.all(SEATS.map((seatId) => vote(proposalId, seatId, 'against')));
    expect(told.map(outcome)).toEqual(SEATS.map(() => 'ok'));
    expect(proposalOf(proposalId)).toMatchObject({ voteCount: SEATS.length });
    expect(Object.keys(proposalOf(proposalId).votes).sort()).toEqual([...SEATS].sort());
    await decide(proposalId);
  });

  it.each([2, 10, 50])('counts a vote that is sent %i times as one, and answers all alike', async (times) => {
    const { proposalId } = await putToTheVote();
    const requestId = newRequestId();
    const told = await Promise.all(
      Array.from({ length: times }, () => {
        bank.pass(1);
        return vote(proposalId, 'resident-1', 'against', requestId);
      }),
    );
    const { votes, voteCount } = proposalOf(proposalId);
    expect(voteCount).toBe(1);
    const answer = { proposalId, seatId: 'resident-1', choice: 'against', at: votes['resident-1']!.at };
    for (const one of told) expect(one).toMatchObject({ ok: true, data: answer });
    await voteDown(proposalId);
  });

  it('lets a seat vote for or against, not both', async () => {
    const { proposalId } = await putToTheVote();
    const choices: Choice[] = ['agree', 'against', 'abstain'];
    const told = await Promise.all(choices.map((choice) => vote(proposalId, 'resident-1', choice)));
    expect(told.map(outcome).sort()).toEqual(['ALREADY_VOTED', 'ALREADY_VOTED', 'ok'].sort());
    const stands = choices[told.findIndex((one) => one.ok)]!;
    expect(proposalOf(proposalId)).toMatchObject({
      voteCount: 1,
      votes: { 'resident-1': { choice: stands } },
    });
    const { 'resident-1': _voted, ...rest } = AGAINST;
    await voteAll(council, proposalId, rest);
    await decide(proposalId);
  });

  it('counts a paper vote once, by however many councillors its minutes are confirmed', async () => {
    const { proposalId } = await putToTheVote();
    const votes = SEATS.slice(0, 4).map((seatId) => ({ seatId, choice: 'against' as const }));
    const minutes = { proposalId, revision: 1, text: '到会四人', photoIds: [], votes };
    const { id: minutesId } = await council.manager.do('rates', 'record', minutes);
    const told = await Promise.all(
      SEATS.slice(4).map((seatId) => council.seats[seatId]!.call('rates', 'confirmRecord', { minutesId })),
    );
    expect(told.map(outcome)).toEqual(['ok', 'ok', 'ok']);
    const names = told.map((one) => one.ok && one.data.confirmedBy);
    expect(new Set(names).size).toBe(1);
    expect(proposalOf(proposalId).voteCount).toBe(4);
    await voteAll(council, proposalId, Object.fromEntries(SEATS.slice(4).map((seat) => [seat, 'against'])));
    await decide(proposalId);
  });

  it('counts a seat’s vote on paper or online, not both', async () => {
    for (let round = 0; round < 4; round++) {
      const { proposalId } = await putToTheVote();
      const votes = [{ seatId: 'resident-1', choice: 'against' as const }];
      const minutes = { proposalId, revision: 1, text: '', photoIds: [], votes };
      const { id: minutesId } = await council.manager.do('rates', 'record', minutes);
      const confirm = () => council.seats['resident-2']!.call('rates', 'confirmRecord', { minutesId });
      const both = [() => vote(proposalId, 'resident-1', 'abstain'), confirm];
      const told = await Promise.all((round % 2 ? both : both.reverse()).map((act) => act()));
      expect(told.map(outcome).sort()).toEqual(['ALREADY_VOTED', 'ok']);
      expect(proposalOf(proposalId).voteCount).toBe(1);
      const { 'resident-1': _voted, ...rest } = AGAINST;
      await voteAll(council, proposalId, rest);
      await decide(proposalId);
    }
  });

  it('opens one of two votes, and leaves the other proposal as it was', async () => {
    for (let round = 0; round < 4; round++) {
      const proposals = [await propose(council), await propose(council)];
      const told = await Promise.all(
        proposals.map((proposalId, index) =>
          council.seats[SEATS[index]!]!.call('rates', 'open', { proposalId, revision: 1 }),
        ),
      );
      expect(told.map(outcome).sort()).toEqual(['OTHER_VOTE_OPEN', 'ok']);
      const [opened, other] = told[0]!.ok ? proposals : [...proposals].reverse();
      expect(councilNow().voting).toContain(opened);
      expect(proposalOf(other!)).toMatchObject({
        stage: 'discussion',
        opened: null,
        closesAt: null,
        roster: [],
      });
      expect(await bank.wakeClock()).toMatchObject({ failed: [] });
      await voteDown(opened!);
      expect(councilNow().voting).toBeNull();
      await openVote(council, other!);
      await voteDown(other!);
    }
  });

  it.each([
    ['two councillors, the manager and the clock', 4_900, ['resident-1', 'community-1'], 2],
    ['the clock, woken three times', 4_800, [], 3],
  ])('decides once, puts up one card, tells of it once: %s', async (_who, riceAt, seatIds, wakings) => {
    const { proposalId, closesAt } = await putToTheVote(riceAt);
    await voteAll(council, proposalId, ALL_AGREE);
    const before = newCards();
    bank.now = closesAt;
    const clock = Array.from({ length: wakings }, () => bank.wakeClock());
    const people =
      seatIds.length > 0 ? [council.manager, ...seatIds.map((seatId) => council.seats[seatId]!)] : [];
    const told = await Promise.all(people.map((person) => person.call('rates', 'decide', { proposalId })));
    for (const { failed } of await Promise.all(clock)) expect(failed).toEqual([]);
    // A waking that came upon a vote's last moment leaves it to the next.
    await bank.wakeClock();
    const { stage, settled, result, effectiveOn } = proposalOf(proposalId);
    expect([stage, settled]).toEqual(['passed', true]);
    for (const one of told)
      expect(one).toMatchObject({ ok: true, data: { proposalId, stage, result, effectiveOn } });
    expect(newCards() - before).toBe(1);
    expect(toldOf(proposalId)).toBe(1);
  });

  function toldOf(proposalId: string): number {
    const notices = bank.cloud.database.collection<Notice>('notices').find({ topic: 'rateCard' });
    return notices.filter(({ _id }) => _id.startsWith(proposalId)).length;
  }
});
