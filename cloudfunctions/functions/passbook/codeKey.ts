import { codeKey as keyOf } from '../../bank/codes';
import { derive } from '../../platform/secret';
import type { Action } from '../../platform/serve';
import { getPassbook } from '../../store/passbooks';
import { BankError } from '../../../types/errors';

/** The key with which the holder's phone draws check-in codes without a network. */
export const codeKey: Action<'passbook', 'codeKey'> = {
  may: ['holder'],
  writes: false,
  async run({ input: { passbookId }, caller }) {
    caller.requireHolding(passbookId);
    const passbook = await getPassbook(passbookId);
    if (!passbook) throw new BankError('NOT_FOUND', { what: 'passbook' });
    const key = Buffer.from(keyOf(derive, passbookId, passbook.keyEpoch)).toString('hex');
    return { passbookId, epoch: passbook.keyEpoch, key };
  },
};
