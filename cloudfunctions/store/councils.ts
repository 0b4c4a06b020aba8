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

/** Seats a person where nobody sits, or where the term is over. */
export function takeSeat(
  branchId: string,
  seatId: string,
  holding: SeatHolding,
  now: Instant,
): Promise<boolean> {
  return councils.change(
    { _id: branchId, [`seats.${seatId}.until`]: _.not(_.gt(now)) },
    { [`seats.${seatId}`]: _.set(holding) },
  );
}

/** Empties a seat, if it is still the same person's. */
export function leaveSeat(branchId: string, seatId: string, holderId: string): Promise<boolean> {
  return councils.change(
    { _id: branchId, [`seats.${seatId}.holderId`]: holderId },
    { [`seats.${seatId}`]: _.remove() },
  );
}

/** Makes the proposal the one that is voted on, unless another one is. */
export function beginVoting(branchId: string, proposalId: string): Promise<boolean> {
  return councils.change({ _id: branchId, voting: _.in([null, proposalId]) }, { voting: proposalId });
}

/** Makes room for the next vote. */
export function endVoting(branchId: string, proposalId: string): Promise<boolean> {
  return councils.change({ _id: branchId, voting: proposalId }, { voting: _.set(null) });
}
