import type { Action } from '../../platform/serve';
import { merchantsOf } from '../../store/members';

/** Merchants that hand over a branch's rewards. */
export const merchants: Action<'desk', 'merchants'> = {
  may: ['teller', 'manager'],
  writes: false,
  async run({ input: { branchId }, caller }) {
    caller.requireAt(branchId);
    const found = await merchantsOf(branchId);
    return { merchants: found.map(({ _id, name }) => ({ id: _id, name })) };
  },
};
