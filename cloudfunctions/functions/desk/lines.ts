import { BankError } from '../../../types/errors';
import { branchOfPassbook } from '../../bank/branchOf';
import { correctableLines } from '../../bank/correction';
import { printCurrentPage, printedName, printTurnedPage } from '../../bank/print';
import type { Action } from '../../platform/serve';
import { standingCorrections } from '../../store/corrections';
import { olderPages } from '../../store/pages';
import { getHeldPassbook } from '../../store/passbooks';

const MOST_CORRECTIONS = 1000;

/** One page of a passbook as the desk sees it, with what may be corrected on it. */
export const lines: Action<'desk', 'lines'> = {
  may: ['teller', 'manager'],
  writes: false,
  async run({ input: { passbookId, before }, caller }) {
    caller.requireAt(branchOfPassbook(passbookId));
    const held = await getHeldPassbook(passbookId);
    if (!held) throw new BankError('NOT_FOUND', { what: 'passbook' });
    const { passbook, holder } = held;
    const [[turned], corrections] = await Promise.all([
      before === undefined ? [] : olderPages(passbookId, before, 1),
      standingCorrections(passbookId, MOST_CORRECTIONS),
    ]);
    if (before !== undefined && !turned) throw new BankError('NOT_FOUND', { what: 'line' });
    const page = turned ? printTurnedPage(turned) : printCurrentPage(passbook);
    const { kind, status, balance, held: set } = passbook;
    // What was reversed by an undoing, on a later page, is refused when it is proposed.
    const later = passbook.page.lines.flatMap((line) => line.reverses ?? []);
    const asked = corrections.map((correction) => correction.lineId);
    return {
      passbookId,
      name: printedName(passbook, holder),
      ...{ kind, status, balance, held: set, page },
      correctable: status === 'closed' ? [] : correctableLines(page.lines, new Set([...later, ...asked])),
      proposed: corrections.filter(({ state }) => state === 'proposed').map(({ lineId }) => lineId),
    };
  },
};
