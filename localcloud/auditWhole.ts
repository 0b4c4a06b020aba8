import groupBy from 'lodash/groupBy';
import {
  auditBooks,
  auditBranch,
  type BooksToAudit,
  type BranchToAudit,
} from '../cloudfunctions/bank/audit/branch';
import { sha256 } from '../cloudfunctions/platform/secret';
import type { Branch } from '../types/entities';
import type { Finding } from '../types/finding';

/** All documents that the auditor looks at, of all branches. */
export type WholeBank = BooksToAudit &
  Omit<BranchToAudit, 'branch' | 'orders' | 'closings'> &
  Pick<BranchToAudit, 'closings'> & { branches: Branch[] };

/** @param all reads a whole collection */
export function documentsOf(all: <T>(collection: string) => T[]): WholeBank {
  return {
    branches: all('branches'),
    passbooks: all('passbooks'),
    pages: all('pages'),
    attendances: all('attendances'),
    awards: all('awards'),
    orders: all('orders'),
    closures: all('closures'),
    cards: all('rateCards'),
    closings: all('closings'),
    rewards: all('rewards'),
    stockEntries: all('stockEntries'),
  };
}

/**
 * Replays every page and line of a bank, branch by branch.
 * @param settled whether every chain must be complete; else only what its record calls complete
 * @returns what does not fit, the first document first
 */
export function auditWhole(bank: WholeBank, settled: boolean): Finding[] {
  const passbooks = groupBy(bank.passbooks, 'branchId');
  const cards = groupBy(bank.cards, 'branchId');
  const closings = groupBy(bank.closings, 'branchId');
  const rewards = groupBy(bank.rewards, 'branchId');
  return bank.branches.flatMap((branch) => {
    const own = { cards: cards[branch._id] ?? [], closings: closings[branch._id] ?? [] };
    return [
      ...auditBooks({ ...bank, ...own, passbooks: passbooks[branch._id] ?? [] }, sha256, settled),
      ...auditBranch({ ...bank, ...own, branch, rewards: rewards[branch._id] ?? [] }, sha256, settled),
    ];
  });
}
