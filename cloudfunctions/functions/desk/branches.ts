import type { Action } from '../../platform/serve';
import { allBranches, getStreet } from '../../store/branches';

/** The street office's branches. */
export const branches: Action<'desk', 'branches'> = {
  may: ['street'],
  writes: false,
  async run() {
    const [street, all] = await Promise.all([getStreet(), allBranches()]);
    return {
      street: street?.name ?? '',
      branches: all.map(({ _id, name, createdAt, serial }) => ({
        id: _id,
        name,
        createdAt,
        passbooks: serial,
      })),
    };
  },
};
