import { parseCode } from '../../../types/code';
import { BankError } from '../../../types/errors';
import type { Action, Request } from '../../platform/serve';
import { knownSession } from '../../store/sessions';
import { claimTrailEntry } from '../../store/trail';

type Scanning = 'checkIn' | 'checkOut';

/**
 * A scan that leaves an entry in the trail if it is refused: who tried what with whose code, and why it failed. An
 * entry that cannot be kept changes nothing of the answer.
 */
export function traced<A extends Scanning>(action: Action<'activity', A>): Action<'activity', A> {
  return {
    ...action,
    async run(request) {
      try {
        return await action.run(request);
      } catch (error) {
        // Busy is no answer yet: the same request may still succeed.
        if (error instanceof BankError && error.code !== 'BUSY') await leaveTrace(request, error);
        throw error;
      }
    },
  };
}

async function leaveTrace(
  { input: { sessionId, code }, caller, now, requestId, idFor }: Request<'activity', Scanning>,
  { code: reason }: BankError,
): Promise<void> {
  try {
    const { branchId } = await knownSession(sessionId, now);
    // Only who works here has scanned here.
    caller.requireAt(branchId);
    await claimTrailEntry({
      _id: idFor('t'),
      act: 'scanRefused',
      branchId,
      about: parseCode(code)?.passbookId ?? sessionId,
      sessionId,
      reason,
      before: '',
      after: 'refused',
      by: caller.personId,
      at: now,
      requestId,
    });
  } catch (error) {
    if (!(error instanceof BankError)) console.error('refused scan', error);
  }
}
