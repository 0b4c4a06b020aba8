import { BankError } from '../../../types/errors';
import { joinStaff } from '../../chains/joinStaff';
import { isSetUpCode } from '../../platform/secret';
import type { Action } from '../../platform/serve';
import { claimStreet, getStreet } from '../../store/branches';

/** The street office sets the bank up, once, with the code that was printed for it. */
export const setUp: Action<'desk', 'setUp'> = {
  may: ['person'],
  writes: true,
  async run({ input, caller, now, requestId }) {
    const before = await getStreet();
    if (before && before.setUpBy !== caller.personId) throw new BankError('ALREADY_EXISTS', { what: 'bank' });
    if (!before && !isSetUpCode(input.code)) throw new BankError('SET_UP_CODE_INVALID', {});
    const { record } = await claimStreet({
      _id: 'street',
      name: input.streetName,
      bankName: input.bankName,
      setUpBy: caller.personId,
      setUpAt: now,
      requestId,
    });
    if (record.setUpBy !== caller.personId) throw new BankError('ALREADY_EXISTS', { what: 'bank' });
    const { name, phone, consent } = input;
    const grant = {
      role: 'street',
      branchId: null,
      merchantId: null,
      since: now,
      invitationId: 'setUp',
    } as const;
    await joinStaff(caller, { name, phone, notice: consent }, grant, now);
    return { streetName: record.name };
  },
};
