import type { Award, Credit, Passbook, RateCard } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import { branchOfPassbook } from '../../bank/branchOf';
import { creditFor } from '../../bank/rateCard';
import { requireActive } from '../../bank/requireActive';
import { refusalOf, refusedAs } from '../../bank/refusal';
import { requireSameContent } from '../../bank/sameContent';
import type { Action } from '../../platform/serve';
import { claimAward, getAward } from '../../store/awards';
import { getHeldPassbook } from '../../store/passbooks';
import { findCardInForce } from '../../store/rateCards';
import { printedName } from '../../bank/print';
import { awardRow } from './awardRow';

/**
 * Proposes an award for an outstanding contribution, by the card in force today. A manager decides. A refused one is
 * remembered and stays refused; who may not propose it at all leaves nothing behind.
 */
export const award: Action<'desk', 'award'> = {
  may: ['teller', 'manager'],
  writes: true,
  async run({ input, caller, now, requestId, idFor }) {
    const { passbookId, ruleId, level, reason } = input;
    caller.requireAt(branchOfPassbook(passbookId));
    const held = await getHeldPassbook(passbookId);
    if (!held) throw new BankError('NOT_FOUND', { what: 'passbook' });
    const { passbook, holder } = held;
    caller.requireNotOwn(passbook);
    const answer = (record: Award) => {
      requireSameContent(record, { passbookId, ruleId, level, reason });
      if (record.refusal) throw refusedAs(record.refusal);
      return awardRow(record, printedName(passbook, holder), caller.person?.name ?? '');
    };
    const _id = idFor('w');
    const before = await getAward(_id);
    if (before) return answer(before);

    const card = await findCardInForce(passbook.branchId, now, now);
    let credit: Credit = {
      points: 0,
      version: card?.version ?? 0,
      inputs: { basis: 'award', ruleId, level },
    };
    const refusal = refusalOf(() => {
      credit = creditOf(passbook, card, ruleId, level);
    });
    const levels = card?.earning.find((rule) => rule.id === ruleId)?.levels ?? [];
    const proposal: Award = {
      _id,
      branchId: passbook.branchId,
      passbookId,
      holderId: passbook.holderId,
      ...{ ruleId, level, reason },
      levelTitle: levels.find((entry) => entry.level === level)?.title ?? level,
      state: refusal ? 'refused' : 'proposed',
      settled: true,
      refusal,
      proposed: { by: caller.personId, at: now, requestId },
      decided: null,
      undo: null,
      credit,
      pageNo: passbook.page.no,
    };
    return answer((await claimAward(proposal)).record);
  },
};

/** @throws BankError PASSBOOK_FROZEN, PASSBOOK_CLOSED, NO_RATE_CARD, NO_EARNING_RULE */
function creditOf(passbook: Passbook, card: RateCard | null, ruleId: string, level: string): Credit {
  requireActive(passbook);
  if (!card) throw new BankError('NO_RATE_CARD', {});
  return creditFor(card, { basis: 'award', ruleId, kind: passbook.kind, level });
}
