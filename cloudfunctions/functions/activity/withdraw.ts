import { EARLY_CHECK_IN } from '../../../types/doors';
import { BankError } from '../../../types/errors';
import { latest, placeKey } from '../../bank/attendance';
import { finishSignUp, withdrawSignUp } from '../../chains/signUp';
import type { Action } from '../../platform/serve';
import { getForScan } from '../../store/passbooks';

/** Gives a place back before the doors open; withdrawing again changes nothing. */
export const withdraw: Action<'activity', 'withdraw'> = {
  may: ['holder'],
  writes: true,
  async run({ input: { sessionId, passbookId }, caller, now, requestId }) {
    caller.requireHolding(passbookId);
    const found = await getForScan(passbookId, placeKey(sessionId, passbookId));
    const { signUps = [], attendances = [] } = found ?? {};
    // Whoever signed up again since must not lose that place to a copy of the old request.
    const ended = signUps.find((signUp) => signUp.ended?.requestId === requestId);
    const standing = ended ?? latest(signUps);
    if (!standing || standing.state === 'refused') throw new BankError('NOT_SIGNED_UP', {});
    if (standing.state === 'signed') {
      const came = latest(attendances);
      if (came && came.state !== 'refused' && came.state !== 'undone')
        throw new BankError('ALREADY_CHECKED_IN', { at: came.in.at });
      const until = standing.startsAt - EARLY_CHECK_IN;
      if (now >= until) throw new BankError('WITHDRAW_CLOSED', { until });
      await withdrawSignUp(standing, { by: caller.personId, at: now, requestId });
    } else {
      await finishSignUp(standing);
    }
    return { sessionId };
  },
};
