import type { Act, Invitation, Merchant } from '../../types/entities';
import { command as _ } from '../platform/database';
import { Documents } from './collection';

const invitations = new Documents<Invitation>('invitations');
const merchants = new Documents<Merchant>('merchants');

export function claimInvitation(invitation: Invitation) {
  return invitations.claim(invitation);
}

export async function getInvitationByCode(codeHash: string): Promise<Invitation | null> {
  const [found] = await invitations.find({ codeHash }, null, 1);
  return found ?? null;
}

/** A branch's invitations, newest first. */
export function invitationsOf(branchId: string, limit: number): Promise<Invitation[]> {
  return invitations.find({ branchId }, ['invited.at', 'desc'], limit);
}

/** Uses an invitation up, once. */
export function acceptInvitation(invitationId: string, accepted: Act): Promise<boolean> {
  return invitations.change(
    { _id: invitationId, state: 'pending' },
    { state: 'accepted', accepted: _.set(accepted) },
  );
}

export function claimMerchant(merchant: Merchant) {
  return merchants.claim(merchant);
}

export function merchantsOf(branchId: string): Promise<Merchant[]> {
  return merchants.find({ branchIds: branchId }, null, 200);
}

export function getMerchant(merchantId: string): Promise<Merchant | null> {
  return merchants.get(merchantId);
}
