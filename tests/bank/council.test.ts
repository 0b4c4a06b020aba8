import fc from 'fast-check';
import {
  closingOf,
  councilBranches,
  countVotes,
  effectiveDay,
  filledSeats,
  holderOf,
  isDecidable,
  partyOf,
  requireSeat,
  seatIds,
  seatsOf,
  standingRoles,
} from '../../cloudfunctions/bank/council';
import { isOpen, reviewWindow } from '../../types/reviewWindow';
import { DAY, dayOf, HOUR, shanghai, startOfDay } from '../../types/day';
import {
  type CharterTerms,
  type Choice,
  type Council,
  PARTIES,
  type Proposal,
  type RoleGrant,
} from '../../types/entities';
import { codeOf, detailsOf } from '../support/refusal';

const CHARTER: CharterTerms = {
  seats: { community: 1, association: 1, resident: 2 },
  quorumPercent: 50,
  majorityPercent: 50,
  publicityDays: 7,
  meetingDay: 15,
  termMonths: 12,
};
/** One resident sits in both residents' seats; the community's seat is another's until later. */
const COUNCIL: Council = {
  _id: '0211',
  charter: { ...CHARTER, version: 1 },
  seats: {
    'community-1': { holderId: 'p_2', since: 0, until: 2_000, invitationId: 'i_2' },
    'resident-1': { holderId: 'p_1', since: 0, until: 1_000, invitationId: 'i_1' },
    'resident-2': { holderId: 'p_1', since: 0, until: 1_500, invitationId: 'i_3' },
  },
  voting: null,
  createdAt: 0,
};

const charters: fc.Arbitrary<CharterTerms> = fc.record({
  seats: fc.record({
    community: fc.integer({ min: 1, max: 6 }),
    association: fc.integer({ min: 1, max: 6 }),
    resident: fc.integer({ min: 1, max: 6 }),
  }),
  quorumPercent: fc.integer({ min: 1, max: 100 }),
  majorityPercent: fc.integer({ min: 50, max: 99 }),
  publicityDays: fc.integer({ min: 1, max: 60 }),
  meetingDay: fc.integer({ min: 1, max: 28 }),
  termMonths: fc.integer({ min: 1, max: 60 }),
});
const choices = fc.constantFrom<Choice>('agree', 'against', 'abstain');

/** A charter, and what some of its seats voted. */
const elections = charters.chain((charter) => {
  const roster = seatIds(charter);
  return fc.array(fc.option(choices), { minLength: roster.length, maxLength: roster.length }).map((cast) => ({
    charter,
    roster,
    votes: Object.fromEntries(
      roster.flatMap((seatId, index) => {
        const choice = cast[index];
        return choice ? [[seatId, { choice }] as const] : [];
      }),
    ),
  }));
});

const moments = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2035, 0, 1) });

describe('the council’s count', () => {
  it('does not depend on the order of votes or seats', () => {
    fc.assert(
      fc.property(elections, fc.integer(), ({ charter, roster, votes }, turn) => {
        const shift = Math.abs(turn) % roster.length;
        const turned = [...roster.slice(shift), ...roster.slice(0, shift)].reverse();
        const reversed = Object.fromEntries(Object.entries(votes).reverse());
        expect(countVotes(turned, reversed, charter)).toEqual(countVotes(roster, votes, charter));
      }),
    );
  });

  it('never turns a pass into a fail by another vote that agrees', () => {
    fc.assert(
      fc.property(elections, fc.nat(), ({ charter, roster, votes }, pick) => {
        const silent = roster.filter((seatId) => !(seatId in votes));
        fc.pre(silent.length > 0);
        const seatId = silent[pick % silent.length]!;
        const before = countVotes(roster, votes, charter);
        const after = countVotes(roster, { ...votes, [seatId]: { choice: 'agree' } }, charter);
        for (const party of PARTIES)
          if (before.byParty[party].agrees) expect(after.byParty[party].agrees).toBe(true);
        if (before.passed) expect(after.passed).toBe(true);
      }),
    );
  });

  it('passes only with every party there and more agreeing than not in each', () => {
    fc.assert(
      fc.property(elections, ({ charter, roster, votes }) => {
        const { passed, byParty } = countVotes(roster, votes, charter);
        if (passed)
          for (const party of PARTIES) {
            const { agree, against, abstain } = byParty[party];
            expect(agree).toBeGreaterThan(0);
            expect(agree).toBeGreaterThan(against + abstain);
          }
        for (const party of PARTIES) {
          const own = roster.filter((seatId) => partyOf(seatId) === party);
          if (own.every((seatId) => !(seatId in votes))) expect(passed).toBe(false);
        }
      }),
    );
  });

  it('fails on a tie and passes one vote further', () => {
    const charter = { ...CHARTER, seats: { community: 4, association: 1, resident: 1 } };
    const cast = (...own: Choice[]) => ({
      'association-1': { choice: 'agree' as const },
      'resident-1': { choice: 'agree' as const },
      ...Object.fromEntries(own.map((choice, index) => [`community-${index + 1}`, { choice }])),
    });
    const passed = (...own: Choice[]) => countVotes(seatIds(charter), cast(...own), charter).passed;
    expect(passed('agree', 'against')).toBe(false);
    expect(passed('agree', 'agree', 'against')).toBe(true);
    expect(passed('agree', 'agree', 'against', 'abstain')).toBe(false);
    expect(passed('agree')).toBe(false);
    expect(passed('agree', 'agree')).toBe(true);
  });

  it('counts each party’s seats and votes by what they said', () => {
    const votes = {
      'community-1': { choice: 'agree' },
      'resident-1': { choice: 'against' },
      'resident-2': { choice: 'abstain' },
    } as const;
    expect(countVotes(seatIds(CHARTER), votes, CHARTER)).toEqual({
      passed: false,
      byParty: {
        community: { seats: 1, agree: 1, against: 0, abstain: 0, agrees: true },
        association: { seats: 1, agree: 0, against: 0, abstain: 0, agrees: false },
        resident: { seats: 2, agree: 0, against: 1, abstain: 1, agrees: false },
      },
    });
  });

  it('fails where a party has no seat filled', () => {
    const agreed = { 'community-1': { choice: 'agree' }, 'resident-1': { choice: 'agree' } } as const;
    expect(countVotes(['community-1', 'resident-1'], agreed, CHARTER).passed).toBe(false);
  });
});

describe('a seat of the council', () => {
  it('is one of those that the charter gives each party', () => {
    expect(seatIds(CHARTER)).toEqual(['community-1', 'association-1', 'resident-1', 'resident-2']);
  });

  it('lets its holder speak while the term lasts, and nobody else', () => {
    expect(seatsOf(COUNCIL, 'p_1', 999)).toEqual(['resident-1', 'resident-2']);
    expect(requireSeat(COUNCIL, 'p_1', 1_200)).toBe('resident-2');
    expect(codeOf(() => requireSeat(COUNCIL, 'p_1', 1_500))).toBe('NOT_SEATED');
    expect(codeOf(() => requireSeat(COUNCIL, 'p_3', 0))).toBe('NOT_SEATED');
  });
});

describe('a councillor’s role', () => {
  const grant = (more: Partial<RoleGrant> = {}): RoleGrant => ({
    ...{ role: 'councillor', branchId: '0211', merchantId: null, seatId: 'resident-1', since: 0 },
    invitationId: 'i_1',
    ...more,
  });
  const stands = (more: Partial<RoleGrant>, at = 999, councils = [COUNCIL]) =>
    standingRoles([grant(more)], councils, at).length === 1;

  it('stands as long as the seat is held by that invitation', () => {
    expect(stands({})).toBe(true);
    expect(stands({}, 1_000)).toBe(false);
    expect(stands({ invitationId: 'i_0' })).toBe(false);
    expect(stands({ seatId: 'association-1' })).toBe(false);
    expect(stands({ seatId: null })).toBe(false);
    expect(stands({ branchId: '0212' })).toBe(false);
    const smaller = { ...COUNCIL, charter: { ...COUNCIL.charter, seats: { ...CHARTER.seats, resident: 1 } } };
    expect(stands({ seatId: 'resident-2', invitationId: 'i_3' })).toBe(true);
    expect(stands({ seatId: 'resident-2', invitationId: 'i_3' }, 999, [smaller])).toBe(false);
  });

  it('is the only one that a council can end', () => {
    const others = (['teller', 'manager', 'merchant', 'street'] as const).map((role) => grant({ role }));
    expect(standingRoles(others, [], 2_000)).toEqual(others);
  });

  it('names the branches whose councils have to be asked, each once', () => {
    const roles = [
      grant(),
      grant(),
      grant({ branchId: '0213' }),
      grant({ role: 'teller', branchId: '0212' }),
    ];
    expect(councilBranches(roles)).toEqual(['0211', '0213']);
    expect(councilBranches([grant({ branchId: null })])).toEqual([]);
  });
});

describe('a vote', () => {
  const votes = (...seats: string[]) =>
    Object.fromEntries(seats.map((seat) => [seat, { choice: 'agree' }])) as unknown as Proposal['votes'];
  const roster = ['community-1', 'resident-1'];
  const proposal = { stage: 'voting', closesAt: 1_000, roster, votes: votes() } as unknown as Proposal;

  it('can be counted once its time is over or every seat has voted, not before', () => {
    expect(isDecidable(proposal, 999)).toBe(false);
    expect(isDecidable(proposal, 1_000)).toBe(true);
    expect(isDecidable({ ...proposal, votes: votes('community-1') }, 999)).toBe(false);
    expect(isDecidable({ ...proposal, votes: votes(...roster) }, 999)).toBe(true);
  });

  it('can be counted only while it is open', () => {
    for (const stage of ['discussion', 'passed', 'failed', 'withdrawn'] as const)
      expect(isDecidable({ ...proposal, stage }, 1_000)).toBe(false);
    expect(isDecidable({ ...proposal, closesAt: null }, 1_000)).toBe(false);
  });

  it('ends in the evening of the day that was named, if that is a day to two months away', () => {
    const now = startOfDay('2026-11-19') + 20 * HOUR;
    const evening = (day: string) => startOfDay(day) + 20 * HOUR;
    for (const day of ['2026-11-20', '2027-01-20']) expect(closingOf(CHARTER, now, day)).toBe(evening(day));
    const refused = { code: 'BAD_INPUT', details: { path: 'input.closesOn' } };
    for (const day of ['2026-11-19', '2027-01-21'])
      expect(detailsOf(() => closingOf(CHARTER, now, day))).toEqual(refused);
    expect(codeOf(() => closingOf(CHARTER, now + 1, '2026-11-20'))).toBe('BAD_INPUT');
  });

  it('ends on this month’s meeting day if that leaves a whole day, else on the next month’s', () => {
    const meeting = startOfDay('2026-11-15') + 20 * HOUR;
    expect(closingOf(CHARTER, meeting - DAY)).toBe(meeting);
    expect(closingOf(CHARTER, meeting - DAY + 1)).toBe(startOfDay('2026-12-15') + 20 * HOUR);
  });
});

describe('a card that was decided', () => {
  it('is in force after its publicity, or the day after the card before it', () => {
    const decidedAt = startOfDay('2026-11-20') + 9 * HOUR;
    expect(effectiveDay(CHARTER, decidedAt, '2026-11-01')).toBe('2026-11-28');
    expect(effectiveDay(CHARTER, decidedAt, '2026-12-24')).toBe('2026-12-25');
  });
});

describe('the council’s calendar', () => {
  it('ends a vote on a meeting evening, a day away at least', () => {
    fc.assert(
      fc.property(charters, moments, (charter, now) => {
        const closesAt = closingOf(charter, now);
        expect(closesAt - now).toBeGreaterThanOrEqual(DAY);
        expect(closesAt - now).toBeLessThan(63 * DAY);
        expect(shanghai(closesAt).date()).toBe(charter.meetingDay);
        expect(shanghai(closesAt).format('HH:mm')).toBe('20:00');
      }),
    );
  });

  it('puts a card in force at a midnight with the whole publicity period before it', () => {
    fc.assert(
      fc.property(charters, moments, moments, (charter, decidedAt, earlier) => {
        const day = effectiveDay(charter, decidedAt, dayOf(earlier));
        expect(startOfDay(day) - decidedAt).toBeGreaterThanOrEqual(charter.publicityDays * DAY);
        expect(day > dayOf(earlier)).toBe(true);
      }),
    );
  });

  it('lets a term end by itself', () => {
    expect(holderOf(COUNCIL, 'resident-1', 999)).toBe('p_1');
    expect(holderOf(COUNCIL, 'resident-1', 1000)).toBeNull();
    expect(holderOf(COUNCIL, 'association-1', 999)).toBeNull();
    expect(filledSeats(COUNCIL, 999)).toEqual(['community-1', 'resident-1', 'resident-2']);
    expect(filledSeats(COUNCIL, 1_500)).toEqual(['community-1']);
  });

  it('opens the review around each quarter’s end', () => {
    const on = (day: string) => ({ ...reviewWindow(day), isOpen: isOpen(reviewWindow(day), day) });
    expect(on('2026-12-20')).toMatchObject({ quarter: '2026Q4', isOpen: false, opensOn: '2026-12-25' });
    expect(on('2026-12-25')).toMatchObject({ quarter: '2026Q4', isOpen: true });
    expect(on('2027-01-14')).toMatchObject({ quarter: '2026Q4', lastDay: '2026-12-31', isOpen: true });
    expect(on('2027-01-15')).toMatchObject({ quarter: '2027Q1', isOpen: false, opensOn: '2027-03-25' });
  });
});
