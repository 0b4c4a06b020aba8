import { BankError } from '../../../types/errors';
import { auditBooks, auditBranch } from '../../bank/audit/branch';
import { sha256 } from '../../platform/secret';
import type { Action } from '../../platform/serve';
import { booksToAudit, branchToAudit } from '../../store/audit';
import { getBranch } from '../../store/branches';

/** Passbooks a call, so that it is done in time. */
const PASSBOOKS = 25;

/**
 * Replays a branch's books against the bank's promises, some passbooks a call; the last call looks at the cards,
 * closings and stock too. Changes nothing. Chains under way are left to the sweeper, not taken for faults.
 */
export const audit: Action<'desk', 'audit'> = {
  may: ['street'],
  writes: false,
  async run({ input: { branchId, after = '' } }) {
    const branch = await getBranch(branchId);
    if (!branch) throw new BankError('NOT_FOUND', { what: 'branch' });
    const books = await booksToAudit(branchId, after, PASSBOOKS);
    const findings = auditBooks(books, sha256, false);
    const isLast = books.passbooks.length < PASSBOOKS;
    if (isLast) findings.push(...auditBranch({ branch, ...(await branchToAudit(branchId)) }, sha256, false));
    const onPages = [...books.pages, ...books.passbooks.map(({ page }) => page)];
    return {
      passbooks: books.passbooks.length,
      lines: onPages.reduce((sum, { lines }) => sum + lines.length, 0),
      findings,
      next: isLast ? null : books.passbooks.at(-1)!._id,
    };
  },
};
