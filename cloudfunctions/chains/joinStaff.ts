import type { Instant } from '../../types/day';
import type { RoleGrant } from '../../types/entities';
import type { Caller } from '../platform/caller';
import { addConsent, claimPerson, grantRole } from '../store/people';

/** Gives the caller a role, making the bank acquainted with them first if need be. Safe to repeat. */
export async function joinStaff(
  caller: Caller,
  newcomer: { name: string; phone: string; notice: string },
  grant: RoleGrant,
  now: Instant,
): Promise<void> {
  const { personId, openid } = caller;
  const consent = { notice: newcomer.notice, at: now };
  const { claimed } = await claimPerson({
    _id: personId,
    openid,
    name: newcomer.name,
    phone: newcomer.phone,
    consents: [consent],
    roles: [],
    passbooks: [],
    ownPassbookId: null,
    createdAt: now,
  });
  if (!claimed) await addConsent(personId, consent);
  await grantRole(personId, grant);
}
