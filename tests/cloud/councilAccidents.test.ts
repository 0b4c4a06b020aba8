import type { Council, Proposal } from '../../types/entities';
import { DAY } from '../../types/day';
import {
  cheaperRice,
  CHARTER,
  type CouncilBranch,
  openCouncil,
  openVote,
  propose,
  SEATS,
  voteAll,
  ALL_AGREE,
} from '../support/council';
import { closeBank } from '../support/scenes';
import { hire, newPhone, newRequestId, NOTICE, TestBank } from '../support/testBank';

const AGAINST = Object.fromEntries(SEATS.map((seatId) => [seatId, 'against' as const]));

describe('what is late, cut off or sent again in the council', () => {
  let bank: TestBank;
  let council: CouncilBranch;
  beforeEach(async () => {
    bank = await TestBank.open();
    council = await openCouncil(bank);
  });
  afterEach(() => closeBank(bank));

  const proposalOf = (id: string) =>
    bank.cloud.database.collection<Proposal>('proposals').findOne({ _id: id })!;
  const seatOf = (seatId: string) =>
    bank.cloud.database.collection<Council>('councils').findOne({ _id: council.branchId })!.seats[seatId]!;

  /** Holds the next update of a collection back, until `deliverHeld`. */
  function delayNext(collection: string): void {
    let isHeld = false;
    bank.cloud.faults.when((request) => {
      if (isHeld || request.collection !== collection || !request.action.includes('modify')) return undefined;
      isHeld = true;
      return 'late';
    });
  }

  async function deliverHeld(): Promise<void> {
    bank.cloud.faults.clear();
    expect(await bank.cloud.faults.deliverHeld()).toBe(1);
  }

  it('does not lose a vote that comes between a decision’s count and its writing', async () => {
    const proposalId = await propose(council);
    const closesAt = await openVote(council, proposalId);
    const { 'resident-1': _last, ...others } = ALL_AGREE;
    await voteAll(council, proposalId, { ...others, 'resident-2': 'against', 'resident-3': 'abstain' });
    delayNext('proposals');
    bank.now = closesAt;
    expect(await council.manager.refused('rates', 'decide', { proposalId })).toBe('BUSY');
    bank.now = closesAt - 1;
    await voteAll(council, proposalId, { 'resident-1': 'agree' });
    await deliverHeld();
    expect(proposalOf(proposalId)).toMatchObject({ stage: 'voting', voteCount: SEATS.length });
    bank.now = closesAt;
    const { result } = await council.manager.do('rates', 'decide', { proposalId });
    expect(result?.byParty.resident).toMatchObject({ agree: 1, against: 1, abstain: 1 });
  });

  it('refuses a vote that arrives after the decision, and changes nothing by it', async () => {
    const proposalId = await propose(council);
    const closesAt = await openVote(council, proposalId);
    const ballot = { proposalId, revision: 1, seatId: 'resident-1', choice: 'agree' } as const;
    bank.now = closesAt - 1;
    delayNext('proposals');
    const [voter, requestId] = [council.seats['resident-1']!, newRequestId()];
    expect(await voter.refused('rates', 'vote', ballot, requestId)).toBe('BUSY');
    bank.now = closesAt;
    await council.manager.do('rates', 'decide', { proposalId });
    const decided = proposalOf(proposalId);
    await deliverHeld();
    expect(proposalOf(proposalId)).toEqual(decided);
    expect(await voter.refused('rates', 'vote', ballot, requestId)).toBe('WRONG_STAGE');
  });

  it('gives no place to an opening that was given up before its request arrived', async () => {
    const [late, other, third] = [await propose(council), await propose(council), await propose(council)];
    delayNext('councils');
    const opening = { proposalId: late, revision: 1 };
    expect(await council.seats['community-1']!.refused('rates', 'open', opening)).toBe('BUSY');
    await openVote(council, other);
    expect(await bank.wakeClock()).toMatchObject({ failed: [] });
    expect(proposalOf(late)).toMatchObject({ stage: 'discussion', opened: null, settled: true });
    await voteAll(council, other, AGAINST);
    await council.manager.do('rates', 'decide', { proposalId: other });
    await deliverHeld();
    await openVote(council, third);
    expect(proposalOf(third).stage).toBe('voting');
  });

  it('finishes an opening that was cut off, by the clock alone', async () => {
    const proposalId = await propose(council);
    bank.cloud.faults.when(({ collection, action }) =>
      collection === 'councils' && action.includes('modify') ? 'kill-after' : undefined,
    );
    const opening = { proposalId, revision: 1 };
    await expect(council.seats['community-1']!.call('rates', 'open', opening)).rejects.toThrow();
    bank.cloud.faults.clear();
    expect(await bank.wakeClock()).toMatchObject({ failed: [] });
    expect(proposalOf(proposalId)).toMatchObject({ stage: 'voting', settled: true });
  });

  it('lets the next amendment come after one that was cut off', async () => {
    const proposalId = await propose(council);
    const amend = (seatId: string, revision: number, price: number) =>
      council.seats[seatId]!.call('rates', 'amend', { proposalId, revision, ...cheaperRice(council, price) });
    bank.cloud.faults.when(({ collection, action }) =>
      collection === 'proposals' && action.includes('modify') ? 'kill' : undefined,
    );
    await expect(amend('community-1', 1, 5_500)).rejects.toThrow();
    bank.cloud.faults.clear();
    const refused = { code: 'REVISION_OUTDATED', details: { revision: 2 } };
    expect(await amend('resident-2', 1, 5_200)).toMatchObject(refused);
    expect(await amend('resident-2', 2, 5_200)).toMatchObject({ ok: true, data: { revision: 3 } });
  });

  it('tells an amendment that came too late for the vote so', async () => {
    const proposalId = await propose(council);
    const amendment = { proposalId, revision: 1, ...cheaperRice(council, 5_500) };
    const requestId = newRequestId();
    bank.cloud.faults.when(({ collection, action }) =>
      collection === 'proposals' && action.includes('modify') ? 'lose-request' : undefined,
    );
    const amending = council.seats['community-2']!;
    expect(await amending.refused('rates', 'amend', amendment, requestId)).toBe('BUSY');
    bank.cloud.faults.clear();
    await openVote(council, proposalId);
    expect(await amending.refused('rates', 'amend', amendment, requestId)).toBe('WRONG_STAGE');
    expect(proposalOf(proposalId)).toMatchObject({ stage: 'voting', revision: 1 });
  });

  it('drafts a proposal that was cut off from the card it was written for', async () => {
    const draft = { branchId: council.branchId, title: '大米更便宜', ...cheaperRice(council, 4_000) };
    const requestId = newRequestId();
    bank.cloud.faults.when(({ collection, action }) =>
      collection === 'proposals' && action.includes('insert') ? 'kill' : undefined,
    );
    const author = council.seats['resident-2']!;
    await expect(author.call('rates', 'propose', draft, requestId)).rejects.toThrow();
    bank.cloud.faults.clear();
    const passing = await propose(council);
    await openVote(council, passing);
    await voteAll(council, passing, ALL_AGREE);
    await council.manager.do('rates', 'decide', { proposalId: passing });
    const { proposalId } = await author.do('rates', 'propose', draft, requestId);
    const opening = { proposalId, revision: 1 };
    expect(await council.seats['community-1']!.refused('rates', 'open', opening)).toBe('BASE_OUTDATED');
  });

  it('gives a request that is sent again its first answer, whatever has come since', async () => {
    const proposalId = await propose(council);
    const ids = {
      comment: newRequestId(),
      propose: newRequestId(),
      vote: newRequestId(),
      record: newRequestId(),
    };
    const [author, manager] = [council.seats['resident-1']!, council.manager];
    const draft = { branchId: council.branchId, title: '再便宜', ...cheaperRice(council, 4_500) };
    const minutes = {
      ...{ proposalId, revision: 1, text: '到会一人', photoIds: [] },
      votes: [{ seatId: 'community-1', choice: 'agree' as const }],
    };
    const ballot = { proposalId, revision: 1, seatId: 'resident-1', choice: 'agree' } as const;
    const comment = { proposalId, text: '同意' };
    const send = async () => [
      await author.do('rates', 'comment', comment, ids.comment),
      await author.do('rates', 'propose', draft, ids.propose),
      await author.do('rates', 'vote', ballot, ids.vote),
      (await manager.do('rates', 'record', minutes, ids.record)).id,
    ];
    await openVote(council, proposalId);
    const first = await send();
    const minutesId = first[3] as string;
    await council.seats['resident-2']!.do('rates', 'confirmRecord', { minutesId });
    const { 'community-1': _paper, 'resident-1': _mine, ...others } = ALL_AGREE;
    await voteAll(council, proposalId, others);
    await manager.do('rates', 'decide', { proposalId });
    await council.street.do('desk', 'vacate', { branchId: council.branchId, seatId: 'resident-1' });
    bank.pass(DAY);
    expect(await send()).toEqual(first);
  });

  it('seats by an invitation once: who was put out of a seat does not come back by it', async () => {
    const { branchId, street } = council;
    const seatId = 'resident-3';
    await street.do('desk', 'vacate', { branchId, seatId });
    const person = bank.person('来来去去');
    const { code } = await street.do('desk', 'invite', {
      role: 'councillor',
      branchId,
      seatId,
      name: '来来去去',
    });
    const acceptance = { code, phone: newPhone(), consent: NOTICE };
    await person.do('desk', 'accept', acceptance);
    bank.pass(DAY);
    await street.do('desk', 'vacate', { branchId, seatId });
    await person.call('desk', 'accept', acceptance);
    const proposalId = await propose(council);
    expect(await person.refused('rates', 'comment', { proposalId, text: '还在' })).toBe('NOT_SEATED');
    const next = bank.person('接任者');
    await hire(street, next, { role: 'councillor', branchId, seatId, name: '接任者' });
    await street.do('desk', 'vacate', { branchId, seatId });
    expect(await person.refused('desk', 'accept', acceptance)).toBe('SEAT_TAKEN');
  });

  it('leaves who was seated anew in the seat when the old request comes again', async () => {
    const { branchId, street } = council;
    const seatId = 'resident-3';
    const [requestId, person] = [newRequestId(), council.seats[seatId]!];
    await street.do('desk', 'vacate', { branchId, seatId }, requestId);
    bank.pass(DAY);
    await hire(street, person, { role: 'councillor', branchId, seatId, name: '又回来了' });
    const seated = seatOf(seatId);
    await street.do('desk', 'vacate', { branchId, seatId }, requestId);
    expect(seatOf(seatId)).toEqual(seated);
    const proposalId = await propose(council);
    await person.do('rates', 'comment', { proposalId, text: '又回来了' });
  });

  it('adopts a charter once, though another was adopted before its answer was asked for again', async () => {
    const { branchId, street } = council;
    const requestId = newRequestId();
    const slower = { branchId, ...CHARTER, publicityDays: 14 };
    await street.do('desk', 'charter', slower, requestId);
    const newest = await street.do('desk', 'charter', { branchId, ...CHARTER, publicityDays: 21 });
    expect(await street.do('desk', 'charter', slower, requestId)).toEqual(newest);
    const { charters } = await street.do('rates', 'council', { branchId });
    expect(charters.map(({ version, terms }) => [version, terms.publicityDays])).toEqual([
      [3, 21],
      [2, 14],
      [1, 7],
    ]);
  });
});
