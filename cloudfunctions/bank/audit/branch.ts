import groupBy from 'lodash/groupBy';
import type { Closing } from '../../../types/closing';
import type { Branch, Order, Passbook, RateCard, Reward, StockEntry } from '../../../types/entities';
import type { Finding } from '../../../types/finding';
import type { Digest } from '../canonical';
import { auditCards } from './cards';
import { auditClosings, auditHeads } from './closings';
import { auditPassbook, type PassbookFile } from './passbook';
import { auditReward } from './reward';

/** Passbooks of a branch with all that belongs to them, and what else speaks of them. */
export interface BooksToAudit extends Omit<PassbookFile, 'passbook'> {
  passbooks: Passbook[];
  cards: readonly RateCard[];
  closings: readonly Pick<Closing, '_id' | 'day' | 'heads'>[];
}

/** What a branch has besides its passbooks. */
export interface BranchToAudit {
  branch: Branch;
  cards: readonly RateCard[];
  closings: readonly Closing[];
  rewards: readonly Reward[];
  stockEntries: readonly Pick<StockEntry, 'rewardId' | 'kind' | 'lots' | 'state'>[];
  orders: readonly Pick<Order, 'rewardId' | 'lots' | 'state'>[];
}

/**
 * Replays passbooks and holds them to P1, P2, P3, P5 and P6.
 * @param settled whether every chain must be complete; else only what its record calls complete
 */
export function auditBooks(books: BooksToAudit, digest: Digest, settled: boolean): Finding[] {
  const of = {
    pages: groupBy(books.pages, 'passbookId'),
    attendances: groupBy(books.attendances, 'passbookId'),
    awards: groupBy(books.awards, 'passbookId'),
    orders: groupBy(books.orders, 'passbookId'),
    closures: groupBy(books.closures, 'passbookId'),
  };
  return books.passbooks.flatMap((passbook) => {
    const { _id } = passbook;
    const file: PassbookFile = {
      passbook,
      pages: of.pages[_id] ?? [],
      attendances: of.attendances[_id] ?? [],
      awards: of.awards[_id] ?? [],
      orders: of.orders[_id] ?? [],
      closures: of.closures[_id] ?? [],
    };
    return [
      ...auditPassbook(file, books.cards, digest, settled),
      ...auditHeads(passbook, file.pages, books.closings, digest),
    ];
  });
}

/** Holds a branch's cards and closings to P5 and P2, its stock to P4. */
export function auditBranch(
  { branch, cards, closings, rewards, stockEntries, orders }: BranchToAudit,
  digest: Digest,
  settled: boolean,
): Finding[] {
  const entered = groupBy(stockEntries, 'rewardId');
  const ordered = groupBy(orders, 'rewardId');
  return [
    ...auditCards(cards, digest),
    ...auditClosings(branch, closings, digest),
    ...rewards.flatMap((reward) =>
      auditReward(reward, entered[reward._id] ?? [], ordered[reward._id] ?? [], settled),
    ),
  ];
}
