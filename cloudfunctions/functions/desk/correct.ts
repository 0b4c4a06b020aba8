import type { Correction, Line, Passbook, Refusal } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import { branchOfPassbook } from '../../bank/branchOf';
import { requireCorrectable } from '../../bank/correction';
import { printedName } from '../../bank/print';
import { requireSameContent } from '../../bank/sameContent';
import { reversedAt } from '../../chains/correction';
import type { Action } from '../../platform/serve';
import { claimCorrection, getCorrection } from '../../store/corrections';
import { turnedPageWith } from '../../store/pages';
import { getHeldPassbook } from '../../store/passbooks';
import { correctionRow } from './correctionRow';

/**
 * Proposes to take back one line whose undo time is over; a manager decides. A frozen passbook may be corrected:
 * that is often what it was frozen for. A refusal is remembered: sent again, the same request stays refused.
 * @throws BankError NOT_FOUND (passbook, line), SELF_DEALING, LINE_NOT_CORRECTABLE, LINE_REVERSED, PASSBOOK_CLOSED
 */
export const correct: Action<'desk', 'correct'> = {
  may: ['teller', 'manager'],
  writes: true,
  async run({ input: { passbookId, lineId, reason }, caller, now, requestId, idFor }) {
    caller.requireAt(branchOfPassbook(passbookId));
    const held = await getHeldPassbook(passbookId);
    if (!held) throw new BankError('NOT_FOUND', { what: 'passbook' });
    const { passbook, holder } = held;
    caller.requireNotOwn(passbook);
    const _id = idFor('k');
    const record = (await getCorrection(_id)) ?? (await begin());
    requireSameContent(record, { passbookId, lineId, reason });
    const { refusal } = record;
    // Only what was refused at once; what became of an approved one is in its row.
    if (refusal && !record.decided) throw new BankError(refusal.code, refusal.details as never);
    return correctionRow(record, printedName(passbook, holder), caller.person?.name ?? '');

    async function begin(): Promise<Correction> {
      const line = await findLine(passbook, lineId);
      requireCorrectable(line);
      const refusal = await refusalOf(passbook, line);
      const proposal: Correction = {
        _id,
        branchId: passbook.branchId,
        holderId: passbook.holderId,
        ...{ passbookId, lineId, line, reason, refusal },
        state: refusal ? 'refused' : 'proposed',
        settled: true,
        proposed: { by: caller.personId, at: now, requestId },
        decided: null,
      };
      return (await claimCorrection(proposal)).record;
    }
  },
};

/** @throws BankError NOT_FOUND */
async function findLine(passbook: Passbook, lineId: string): Promise<Line> {
  const isOn = (line: Line) => line.id === lineId;
  const line =
    passbook.page.lines.find(isOn) ?? (await turnedPageWith(passbook._id, lineId))?.lines.find(isOn);
  if (!line) throw new BankError('NOT_FOUND', { what: 'line' });
  return line;
}

async function refusalOf({ status }: Passbook, line: Line): Promise<Refusal | null> {
  if (status === 'closed') return { code: 'PASSBOOK_CLOSED', details: {} };
  const at = await reversedAt(line);
  return at === null ? null : { code: 'LINE_REVERSED', details: { at } };
}
