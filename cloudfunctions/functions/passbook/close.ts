import type { Closure, Passbook, Refusal } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import { requireSameContent } from '../../bank/sameContent';
import { finishClosure, refusalOf } from '../../chains/closure';
import type { Action } from '../../platform/serve';
import { claimClosure, getClosure } from '../../store/closures';
import { getPassbook } from '../../store/passbooks';

/**
 * Closes one of the caller's passbooks for good, once nothing is open on it: no hold, no chain, nothing that
 * somebody may still take back or has to decide. What is left is given to the branch, if the holder says so. A
 * refusal is remembered: sent again, the same request stays refused.
 * @throws BankError PASSBOOK_BUSY, PASSBOOK_NOT_EMPTY, PASSBOOK_FROZEN, PASSBOOK_CLOSED
 */
export const close: Action<'passbook', 'close'> = {
  may: ['holder'],
  writes: true,
  async run({ input: { passbookId, donate }, caller, now, requestId, idFor }) {
    caller.requireHolding(passbookId);
    const _id = idFor('x');
    const record = (await getClosure(_id)) ?? (await begin());
    requireSameContent(record, { passbookId, donate });
    return answer(await finishClosure(record, now));

    async function begin(): Promise<Closure> {
      const passbook = await getPassbook(passbookId);
      if (!passbook) throw new BankError('NOT_FOUND', { what: 'passbook' });
      const refusal = await refusalOf(passbook, donate, now);
      const act = { by: caller.personId, at: now, requestId };
      return (await claimClosure(newClosure(_id, passbook, donate, act, refusal))).record;
    }
  },
};

function newClosure(
  _id: string,
  passbook: Passbook,
  donate: boolean,
  act: Closure['act'],
  refusal: Refusal | null,
): Closure {
  return {
    _id,
    branchId: passbook.branchId,
    passbookId: passbook._id,
    holderId: passbook.holderId,
    donate,
    points: passbook.balance,
    state: refusal ? 'refused' : 'closing',
    settled: refusal !== null,
    refusal,
    act,
    pageNo: passbook.page.no,
  };
}

function answer({ passbookId, points, refusal, act }: Closure) {
  if (refusal) throw new BankError(refusal.code, refusal.details as never);
  return { passbookId, donated: points, at: act.at };
}
