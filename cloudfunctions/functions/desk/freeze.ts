import type { PassbookStatus, TrailEntry } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import type { Action, Request } from '../../platform/serve';
import { branchOfPassbook } from '../../bank/branchOf';
import { changeStatus } from '../../bank/ledger';
import { requireSameContent } from '../../bank/sameContent';
import { takeStep } from '../../chains/passbookStep';
import { getPassbook } from '../../store/passbooks';
import { claimTrailEntry } from '../../store/trail';

/** Stops a passbook from beginning anything new. What was begun is finished; its points stay. */
export const freeze: Action<'desk', 'freeze'> = {
  may: ['manager'],
  writes: true,
  run: (request) => change(request, 'freeze', 'frozen'),
};

export const unfreeze: Action<'desk', 'unfreeze'> = {
  may: ['manager'],
  writes: true,
  run: (request) => change(request, 'unfreeze', 'active'),
};

async function change(
  request: Request<'desk', 'freeze'> | Request<'desk', 'unfreeze'>,
  act: TrailEntry['act'],
  to: PassbookStatus,
) {
  const { input, caller, now, requestId } = request;
  caller.requireAt(branchOfPassbook(input.passbookId));
  const passbook = await getPassbook(input.passbookId);
  if (!passbook) throw new BankError('NOT_FOUND', { what: 'passbook' });
  caller.requireNotOwn(passbook);
  if (passbook.status === 'closed') throw new BankError('PASSBOOK_CLOSED', {});
  const id = request.idFor('t');
  const entry = await claimTrailEntry({
    _id: id,
    act,
    branchId: passbook.branchId,
    about: passbook._id,
    reason: input.reason,
    before: passbook.status,
    after: to,
    by: caller.personId,
    at: now,
    requestId,
  });
  requireSameContent(entry, { about: passbook._id, reason: input.reason });
  // A retry must not undo what somebody decided since: the step has an id, and is taken once.
  const refused = await takeStep(passbook, 1, () => changeStatus(id, to), now);
  if (refused === 'closed') throw new BankError('PASSBOOK_CLOSED', {});
  const { status } = (await getPassbook(passbook._id)) ?? passbook;
  return { passbookId: passbook._id, status };
}
