import fc from 'fast-check';
import {
  closingOf,
  countVotes,
  effectiveDay,
  filledSeats,
  holderOf,
  partyOf,
  seatIds,
} from '../../cloudfunctions/bank/council';
import { isOpen, reviewWindow } from '../../types/reviewWindow';
import { DAY, dayOf, shanghai, startOfDay } from '../../types/day';
import { type CharterTerms, type Choice, type Council, PARTIES } from '../../types/entities';

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
    const charter: CharterTerms = {
      seats: { community: 4, association: 1, resident: 1 },
      quorumPercent: 50,
      majorityPercent: 50,
      publicityDays: 7,
      meetingDay: 15,
      termMonths: 12,
    };
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
    const council: Council = {
      _id: '0211',
      charter: {
        version: 1,
        seats: { community: 1, association: 1, resident: 1 },
        quorumPercent: 50,
        majorityPercent: 50,
        publicityDays: 7,
        meetingDay: 15,
        termMonths: 12,
      },
      seats: { 'resident-1': { holderId: 'p_1', since: 0, until: 1000, invitationId: 'i_1' } },
      voting: null,
      createdAt: 0,
    };
    expect(holderOf(council, 'resident-1', 999)).toBe('p_1');
    expect(holderOf(council, 'resident-1', 1000)).toBeNull();
    expect(filledSeats(council, 999)).toEqual(['resident-1']);
  });

  it('opens the review around each quarter’s end', () => {
    const on = (day: string) => ({ ...reviewWindow(day), isOpen: isOpen(reviewWindow(day), day) });
    expect(on('2026-12-20')).toMatchObject({ quarter: '2026Q4', isOpen: false, opensOn: '2026-12-25' });
    expect(on('2026-12-25')).toMatchObject({ quarter: '2026Q4', isOpen: true });
    expect(on('2027-01-14')).toMatchObject({ quarter: '2026Q4', lastDay: '2026-12-31', isOpen: true });
    expect(on('2027-01-15')).toMatchObject({ quarter: '2027Q1', isOpen: false, opensOn: '2027-03-25' });
  });
});
