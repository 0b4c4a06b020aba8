import groupBy from 'lodash/groupBy';
import { auditCards } from '../../cloudfunctions/bank/audit/cards';
import { auditClosings, auditHeads } from '../../cloudfunctions/bank/audit/closings';
import { auditPassbook } from '../../cloudfunctions/bank/audit/passbook';
import { auditReward } from '../../cloudfunctions/bank/audit/reward';
import { canonicalJson } from '../../cloudfunctions/bank/canonical';
import { sha256 } from '../../cloudfunctions/platform/secret';
import type {
  Attendance,
  Award,
  Branch,
  Closing,
  Order,
  Page,
  Passbook,
  RateCard,
  Reward,
  StockEntry,
} from '../../types/entities';
import { checkSettledDust } from './settledDust';
import type { TestBank } from './testBank';

/** Pages, lines, cards and closings as they were when last looked at: none may ever change (P5). */
const seen = new WeakMap<TestBank['cloud'], Map<string, string>>();

/**
 * Holds the bank to its promises P1 to P7, from the documents alone: the auditor's findings, and what only somebody
 * who watches can tell, that nothing has changed since the last look.
 * @throws Error naming the first document that breaks one
 * @param settled whether the dust has settled: every chain must then be complete
 */
export async function keepsItsPromises(bank: Pick<TestBank, 'cloud'>, settled = true): Promise<void> {
  const all = <T>(name: string) => bank.cloud.database.collection(name).find() as T[];
  const cards = groupBy(all<RateCard>('rateCards'), 'branchId');
  const closings = groupBy(all<Closing>('closings'), 'branchId');
  const orders = all<Order>('orders');
  const passbooks = all<Passbook>('passbooks');
  const [pagesOf, attendancesOf, awardsOf, ordersOf] = [
    groupBy(all<Page>('pages'), 'passbookId'),
    groupBy(all<Attendance>('attendances'), 'passbookId'),
    groupBy(all<Award>('awards'), 'passbookId'),
    groupBy(orders, 'passbookId'),
  ];
  for (const passbook of passbooks) {
    const { _id, branchId } = passbook;
    const file = {
      passbook,
      pages: pagesOf[_id] ?? [],
      attendances: attendancesOf[_id] ?? [],
      awards: awardsOf[_id] ?? [],
      orders: ordersOf[_id] ?? [],
    };
    refute(auditPassbook(file, cards[branchId] ?? [], sha256, settled));
    refute(auditHeads(passbook, file.pages, closings[branchId] ?? [], sha256));
  }
  for (const own of Object.values(cards)) refute(auditCards(own, sha256));
  for (const branch of all<Branch>('branches'))
    refute(auditClosings(branch, closings[branch._id] ?? [], sha256));
  const entriesOf = groupBy(all<StockEntry>('stockEntries'), 'rewardId');
  const soldOf = groupBy(orders, 'rewardId');
  for (const reward of all<Reward>('rewards'))
    refute(auditReward(reward, entriesOf[reward._id] ?? [], soldOf[reward._id] ?? [], settled));
  checkUnchanged(bank.cloud, { passbooks, pagesOf, cards, closings });
  checkSettledDust(all, assert, settled);
}

/** P5: what was written once stands as it was written. */
function checkUnchanged(
  cloud: TestBank['cloud'],
  written: {
    passbooks: Passbook[];
    pagesOf: Record<string, Page[]>;
    cards: Record<string, RateCard[]>;
    closings: Record<string, Closing[]>;
  },
): void {
  const known = seen.get(cloud) ?? new Map<string, string>();
  seen.set(cloud, known);
  const check = (name: string, value: unknown) => {
    const text = canonicalJson(value);
    assert((known.get(name) ?? text) === text, 'P5', `${name} has changed`);
    known.set(name, text);
  };
  for (const documents of [written.pagesOf, written.cards, written.closings])
    for (const document of Object.values(documents).flat()) check(document._id, document);
  for (const { _id, page } of written.passbooks)
    for (const { lines } of [...(written.pagesOf[_id] ?? []), page])
      for (const line of lines) check(`${_id} ${line.id}`, line);
}

function refute([finding]: { promise: string; document: string; what: string }[]): void {
  if (finding) throw new Error(`${finding.promise} broken: ${finding.document}: ${finding.what}`);
}

function assert(condition: boolean, promise: string, what: string): asserts condition {
  if (!condition) throw new Error(`${promise} broken: ${what}`);
}
