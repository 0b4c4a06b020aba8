import { remember } from '../platform/remember';
import type { Branch, Street } from '../../types/entities';
import { Documents } from './collection';

const branches = new Documents<Branch>('branches');
const street = new Documents<Street>('street');

/** A branch's name does not change; its serial does: read that afresh. */
const names = remember<string>(Infinity, async (branchId) => (await branches.get(branchId))?.name ?? null);

export function getBranch(branchId: string): Promise<Branch | null> {
  return branches.get(branchId);
}

export function branchName(branchId: string, now: number): Promise<string | null> {
  return names.get(branchId, now);
}

export function claimBranch(branch: Branch) {
  return branches.claim(branch);
}

export function allBranches(): Promise<Branch[]> {
  return branches.find({}, ['_id', 'asc'], 1000);
}

/** Takes the serial after `last`, if nobody took it meanwhile. */
export function takeSerial(branchId: string, last: number): Promise<boolean> {
  return branches.change({ _id: branchId, serial: last }, { serial: last + 1 });
}

export function getStreet(): Promise<Street | null> {
  return street.get('street');
}

export function claimStreet(record: Street) {
  return street.claim(record);
}
