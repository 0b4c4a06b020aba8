import { standingRoles } from '../../bank/council';
import type { Action } from '../../platform/serve';
import { branchName } from '../../store/branches';
import { findCouncils } from '../../store/councils';
import { invitationsOf, merchantsOf } from '../../store/members';
import { membersOf } from '../../store/people';
import { invitationRow } from './invitationRow';

const MOST_INVITATIONS = 50;

/** Who works at a branch, and who is invited to. */
export const members: Action<'desk', 'members'> = {
  may: ['manager', 'street'],
  writes: false,
  async run({ input: { branchId }, caller, now }) {
    caller.requireAt(branchId);
    const [people, councils, invitations, merchants, branch] = await Promise.all([
      membersOf(branchId),
      findCouncils([branchId]),
      invitationsOf(branchId, MOST_INVITATIONS),
      merchantsOf(branchId),
      branchName(branchId, now),
    ]);
    const merchantName = (id: string | null) =>
      merchants.find((merchant) => merchant._id === id)?.name ?? null;
    return {
      members: people.flatMap(({ _id, name, roles }) =>
        standingRoles(roles, councils, now)
          .filter((grant) => grant.branchId === branchId)
          .map(({ role, since, merchantId }) => ({
            personId: _id,
            name,
            role,
            merchantName: merchantName(merchantId),
            since,
          })),
      ),
      invitations: invitations.map((invitation) =>
        invitationRow(invitation, branch, merchantName(invitation.merchantId), now),
      ),
    };
  },
};
