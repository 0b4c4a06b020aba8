import type { Award } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import { creditFor } from '../../bank/rateCard';
import { requireActive } from '../../bank/requireActive';
import { requireSameContent } from '../../bank/sameContent';
import type { Action } from '../../platform/serve';
import { claimAward, getAward } from '../../store/awards';
import { getHeldPassbook } from '../../store/passbooks';
import { cardInForce } from '../../store/rateCards';
import { printedName } from '../../bank/print';
import { awardRow } from './awardRow';

/** Proposes an award for an outstanding contribution, by the card in force today. A manager decides. */
export const award: Action<'desk', 'award'> = {
  may: ['teller', 'manager'],
  writes: true,
  async run({ input, caller, now, requestId, idFor }) {
    const { passbookId, ruleId, level, reason } = input;
    const held = await getHeldPassbook(passbookId);
    if (!held) throw new BankError('NOT_FOUND', { what: 'passbook' });
    const { passbook, holder } = held;
    caller.requireAt(passbook.branchId);
    caller.requireNotOwn(passbook);
    const answer = (record: Award) => {
      requireSameContent(record, { passbookId, ruleId, level, reason });
      return awardRow(record, printedName(passbook, holder), caller.person?.name ?? '');
    };
    const _id = idFor('w');
    const before = await getAward(_id);
    if (before) return answer(before);

    requireActive(passbook);
    const card = await cardInForce(passbook.branchId, now, now);
    const credit = creditFor(card, { basis: 'award', ruleId, kind: passbook.kind, level });
    const levels = card.earning.find((rule) => rule.id === ruleId)?.levels ?? [];
    const proposal: Award = {
      _id,
      branchId: passbook.branchId,
      passbookId,
      holderId: passbook.holderId,
      ...{ ruleId, level, reason },
      levelTitle: levels.find((entry) => entry.level === level)?.title ?? level,
      state: 'proposed',
      settled: true,
      proposed: { by: caller.personId, at: now, requestId },
      refusal: null,
      decided: null,
      undo: null,
      credit,
      pageNo: passbook.page.no,
    };
    return answer((await claimAward(proposal)).record);
  },
};
