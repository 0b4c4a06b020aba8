import { BankError } from '../../../types/errors';
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
    const [branch, [newest]] = await Promise.all([getBranch(branchId), chartersOf(branchId)]);
    if (!branch) throw new BankError('NOT_FOUND', { what: 'branch' });
    const version = newest?.act.requestId === requestId ? newest.version : (newest?.version ?? 0) + 1;
    const { record } = await claimCharter({
      _id: `${branchId}#${version}`,
      branchId,
      version,
      ...terms,
      act: { by: caller.personId, at: now, requestId },
    });
    if (record.act.requestId !== requestId) throw new BankError('BUSY', {});
    const standing = { version, ...terms };
    await claimCouncil({ _id: branchId, charter: standing, seats: {}, voting: null, createdAt: now });
    await adoptCharter(branchId, standing);
    return (await getCouncil(branchId)).charter;
  },
};
