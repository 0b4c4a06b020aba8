import { BankError } from '../../../types/errors';
import { latest, placeKey } from '../../bank/attendance';
import { finishSignUp } from '../../chains/signUp';
import type { Action } from '../../platform/serve';
import { attemptsAt, moveSignUp } from '../../store/signUps';

/** Gives a place back before the session begins; withdrawing again changes nothing. */
export const withdraw: Action<'activity', 'withdraw'> = {
  may: ['holder'],
  writes: true,
  async run({ input: { sessionId, passbookId }, caller, now }) {
    caller.requireHolding(passbookId);
    const standing = latest(await attemptsAt(placeKey(sessionId, passbookId)));
    if (!standing || standing.state === 'refused') throw new BankError('NOT_SIGNED_UP', {});
    if (standing.state === 'signed') {
      if (now >= standing.startsAt) throw new BankError('SIGN_UP_CLOSED', { startsAt: standing.startsAt });
      // The place must be taken before it can be given back.
      const signed = await finishSignUp(standing);
      const to = { state: 'withdrawn', settled: false, endedAt: now } as const;
      if (signed.state !== 'signed' || !(await moveSignUp(signed, to))) throw new BankError('BUSY', {});
      await finishSignUp({ ...signed, ...to });
    } else {
      await finishSignUp(standing);
    }
    return { sessionId };
  },
};
