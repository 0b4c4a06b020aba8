import { BankError } from '../../../types/errors';
import { checkText } from '../../platform/openApi';
import type { Action } from '../../platform/serve';
import { claimSuggestion } from '../../store/proposals';

/** What a holder would like the card to say. A councillor may take it up. */
export const suggest: Action<'rates', 'suggest'> = {
  may: ['holder'],
  writes: true,
  async run({ input: { branchId, text }, caller, now, requestId, idFor }) {
    if (!caller.person?.passbooks.some((passbook) => passbook.branchId === branchId))
      throw new BankError('WRONG_BRANCH', { branchId });
    await checkText(caller.openid, text);
    const { record } = await claimSuggestion({
      _id: idFor('g'),
      branchId,
      text,
      act: { by: caller.personId, at: now, requestId },
      adoptedBy: null,
    });
    if (record.text !== text) throw new BankError('REQUEST_REUSED', {});
    return { id: record._id, text, by: caller.person.name, at: record.act.at, adoptedBy: record.adoptedBy };
  },
};
