import { addDays, type Day, dayOf, DAY, HOUR, type Instant, shanghai, startOfDay } from '../../types/day';
import {
  type CharterTerms,
  type Council,
  PARTIES,
  type Party,
  type PartyCount,
  type Proposal,
  type Result,
  type RoleGrant,
  type Vote,
} from '../../types/entities';
import { BankError } from '../../types/errors';

/** Voting ends in the evening of the meeting day. */
const MEETING_ENDS = 20 * HOUR;
/** Everybody gets a day at least to vote. */
const SHORTEST_VOTE = DAY;

/** `community-1` → `community` */
export function partyOf(seatId: string): Party {
  return seatId.slice(0, seatId.lastIndexOf('-')) as Party;
}

/** All seats that a charter gives out, party by party. */
export function seatIds(charter: CharterTerms): string[] {
  return PARTIES.flatMap((party) =>
    Array.from({ length: charter.seats[party] }, (_, index) => `${party}-${index + 1}`),
  );
}

/** Seats that somebody holds at a moment. */
export function filledSeats(council: Council, at: Instant): string[] {
  return seatIds(council.charter).filter((seatId) => holderOf(council, seatId, at) !== null);
}

/** Who holds a seat at a moment; null if it is empty or its term is over. */
export function holderOf(council: Council, seatId: string, at: Instant): string | null {
  const holding = council.seats[seatId];
  return holding && holding.until > at ? holding.holderId : null;
}

/** The seats that a person holds at a moment. */
export function seatsOf(council: Council, personId: string, at: Instant): string[] {
  return seatIds(council.charter).filter((seatId) => holderOf(council, seatId, at) === personId);
}

/**
 * A seat by which the person may speak in the council.
 * @throws BankError NOT_SEATED
 */
export function requireSeat(council: Council, personId: string, at: Instant): string {
  const [seatId] = seatsOf(council, personId, at);
  if (!seatId) throw new BankError('NOT_SEATED', {});
  return seatId;
}

/** Branches in whose councils these grants once gave a seat. */
export function councilBranches(roles: readonly RoleGrant[]): string[] {
  return [...new Set(roles.flatMap(({ role, branchId }) => (role === 'councillor' && branchId) || []))];
}

/**
 * The grants that still stand. A councillor's ends with the seat that it gave: left, its term over, or gone from
 * the charter.
 * @param councils those of `councilBranches`
 */
export function standingRoles(
  roles: readonly RoleGrant[],
  councils: readonly Council[],
  at: Instant,
): RoleGrant[] {
  const isSeated = ({ branchId, seatId, invitationId }: RoleGrant) => {
    const council = councils.find(({ _id }) => _id === branchId);
    if (!council || !seatId || !filledSeats(council, at).includes(seatId)) return false;
    return council.seats[seatId]?.invitationId === invitationId;
  };
  return roles.filter((grant) => grant.role !== 'councillor' || isSeated(grant));
}

/**
 * When a vote opened now ends: the evening of the next meeting day that leaves people a day, or of the day named.
 * @throws BankError BAD_INPUT when the day named is too soon or more than two months off
 */
export function closingOf(charter: CharterTerms, now: Instant, closesOn?: Day): Instant {
  if (closesOn) {
    const at = startOfDay(closesOn) + MEETING_ENDS;
    if (at < now + SHORTEST_VOTE || at > now + 62 * DAY)
      throw new BankError('BAD_INPUT', { path: 'input.closesOn' });
    return at;
  }
  const month = shanghai(now).startOf('month');
  for (const ahead of [0, 1, 2]) {
    const day = month.add(ahead, 'month').date(charter.meetingDay).format('YYYY-MM-DD');
    const at = startOfDay(day) + MEETING_ENDS;
    if (at >= now + SHORTEST_VOTE) return at;
  }
  throw new Error('no meeting day within three months');
}

/**
 * Counts the votes by party. A proposal passes when every party reaches its quorum and in EACH more than the
 * charter's share of the votes cast agree: a tie fails, a missing party fails. An abstention is a vote cast.
 * Does not depend on the order of votes, and another vote that agrees never turns a pass into a fail.
 */
export function countVotes(
  roster: readonly string[],
  votes: Readonly<Record<string, Pick<Vote, 'choice'>>>,
  charter: CharterTerms,
): Result {
  const counts = PARTIES.map((party) => [party, countParty(party, roster, votes, charter)] as const);
  return {
    passed: counts.every(([, count]) => count.agrees),
    byParty: Object.fromEntries(counts) as Record<Party, PartyCount>,
  };
}

/** Whether nothing more can be voted: the time is over, or every seat has. */
export function isDecidable(proposal: Proposal, now: Instant): boolean {
  if (proposal.stage !== 'voting' || proposal.closesAt === null) return false;
  return now >= proposal.closesAt || proposal.roster.every((seatId) => seatId in proposal.votes);
}

/**
 * First day on which a card decided now is in force: the whole publicity period lies before its midnight, and the
 * card before it has had its day.
 */
export function effectiveDay(charter: CharterTerms, decidedAt: Instant, before: Day): Day {
  const published = dayOf(decidedAt + (charter.publicityDays + 1) * DAY);
  const after = addDays(before, 1);
  return published > after ? published : after;
}

function countParty(
  party: Party,
  roster: readonly string[],
  votes: Readonly<Record<string, Pick<Vote, 'choice'>>>,
  charter: CharterTerms,
): PartyCount {
  const seats = roster.filter((seatId) => partyOf(seatId) === party);
  const cast = seats.flatMap((seatId) => votes[seatId]?.choice ?? []);
  const count = (choice: Vote['choice']) => cast.filter((one) => one === choice).length;
  const [agree, against, abstain] = [count('agree'), count('against'), count('abstain')];
  const isPresent = cast.length > 0 && cast.length * 100 >= seats.length * charter.quorumPercent;
  const hasMajority = agree * 100 > cast.length * charter.majorityPercent;
  return { seats: seats.length, agree, against, abstain, agrees: isPresent && hasMajority };
}
