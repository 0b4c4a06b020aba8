import type { Charter } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import { requireSameContent } from '../../bank/sameContent';
import type { Action } from '../../platform/serve';
import { getBranch } from '../../store/branches';
import { adoptCharter, chartersOf, claimCharter, claimCouncil, getCouncil } from '../../store/councils';

/**
 * Gives a branch its council, or its council another charter. From then on only the council changes the rate
 * card. Votes already open are counted by the charter under which they began.
 */
export const charter: Action<'desk', 'charter'> = {
  may: ['street'],
  writes: true,
  async run({ input: { branchId, ...terms }, caller, now, requestId }) {
    const [branch, charters] = await Promise.all([getBranch(branchId), chartersOf(branchId)]);
    if (!branch) throw new BankError('NOT_FOUND', { what: 'branch' });
    const isMine = ({ act }: Charter) => act.requestId === requestId && act.by === caller.personId;
    // Sent again, even after newer ones: the charter that it made then.
    const version = charters.find(isMine)?.version ?? (charters[0]?.version ?? 0) + 1;
    const { record } = await claimCharter({
      _id: `${branchId}#${version}`,
      branchId,
      version,
      ...terms,
      act: { by: caller.personId, at: now, requestId },
    });
    if (!isMine(record)) throw new BankError('BUSY', {});
    requireSameContent(record, terms);
    const standing = { version, ...terms };
    await claimCouncil({ _id: branchId, charter: standing, seats: {}, voting: null, createdAt: now });
    await adoptCharter(branchId, standing);
    return (await getCouncil(branchId)).charter;
  },
};
