import type { Charter, Council, SeatHolding } from '../../types/entities';
import type { Instant } from '../../types/day';
import { BankError } from '../../types/errors';
import { command as _ } from '../platform/database';
import { Documents } from './collection';

const councils = new Documents<Council>('councils');
const charters = new Documents<Charter>('charters');

export function findCouncil(branchId: string): Promise<Council | null> {
  return councils.get(branchId);
}

/** The councils of these branches, as far as they have one. */
export async function findCouncils(branchIds: readonly string[]): Promise<Council[]> {
  const found = await Promise.all(branchIds.map(findCouncil));
  return found.filter((council) => council !== null);
}

/** @throws BankError NO_COUNCIL */
export async function getCouncil(branchId: string): Promise<Council> {
  const council = await councils.get(branchId);
  if (!council) throw new BankError('NO_COUNCIL', {});
  return council;
}

export function claimCouncil(council: Council) {
  return councils.claim(council);
}

export function claimCharter(charter: Charter) {
  return charters.claim(charter);
}

/** A branch's charters, newest first. */
export function chartersOf(branchId: string): Promise<Charter[]> {
  return charters.find({ branchId }, ['version', 'desc'], 100);
}

/** Puts a newer charter in force; an older one never comes back. */
export function adoptCharter(branchId: string, charter: Council['charter']): Promise<boolean> {
  return councils.change(
    { _id: branchId, 'charter.version': _.lt(charter.version) },
    { charter: _.set(charter) },
  );
}

/**
 * Seats a person where nobody sits, or where the term is over. An invitation seats once: neither it nor an earlier
 * one brings back who has left.
 */
export function takeSeat(
  branchId: string,
  seatId: string,
  holding: SeatHolding,
  now: Instant,
): Promise<boolean> {
  const seat = `seats.${seatId}`;
  return councils.change(
    {
      _id: branchId,
      [`${seat}.until`]: _.not(_.gt(now)),
      [`${seat}.since`]: _.not(_.gt(holding.since)),
      [`${seat}.invitationId`]: _.neq(holding.invitationId),
    },
    { [seat]: _.set(holding) },
  );
}

/** Ends a holding, if it is still the seat's: who sits there by a later invitation stays. */
export function leaveSeat(
  branchId: string,
  seatId: string,
  invitationId: string,
  now: Instant,
): Promise<boolean> {
  const seat = `seats.${seatId}`;
  return councils.change(
    { _id: branchId, [`${seat}.invitationId`]: invitationId, [`${seat}.until`]: _.gt(now) },
    { [`${seat}.until`]: now },
  );
}

/** Makes this opening the one that is voted on, unless another one is. */
export function beginVoting(branchId: string, openingId: string): Promise<boolean> {
  return councils.change({ _id: branchId, voting: _.in([null, openingId]) }, { voting: openingId });
}

/** Makes room for the next vote. */
export function endVoting(branchId: string, openingId: string): Promise<boolean> {
  return councils.change({ _id: branchId, voting: openingId }, { voting: _.set(null) });
}
