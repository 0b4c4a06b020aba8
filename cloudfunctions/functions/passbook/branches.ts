import type { Action } from '../../platform/serve';
import { allBranches, getStreet } from '../../store/branches';

/** Where a passbook can be opened. */
export const branches: Action<'passbook', 'branches'> = {
  may: ['anyone'],
  writes: false,
  async run() {
    const [street, all] = await Promise.all([getStreet(), allBranches()]);
    return {
      street: street?.name ?? null,
      bankName: street?.bankName ?? null,
      branches: all.map(({ _id, name }) => ({ id: _id, name })),
    };
  },
};
