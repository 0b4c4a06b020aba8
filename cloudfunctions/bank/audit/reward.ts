import sum from 'lodash/sum';
import sumBy from 'lodash/sumBy';
import type { Order, Reward, StockEntry } from '../../../types/entities';
import { canonicalJson } from '../canonical';
import type { Finding } from '../../../types/finding';
import { Findings } from './findings';

/**
 * P4: stock on hand + held + handed over + written off = received, never negative, and as entries and orders say.
 * @param entries and orders of this reward
 * @param settled whether every chain must be complete; else the records may be ahead of the stock
 */
export function auditReward(
  { _id, stock, holds }: Reward,
  entries: readonly Pick<StockEntry, 'kind' | 'lots' | 'state'>[],
  orders: readonly Pick<Order, 'lots' | 'state'>[],
  settled: boolean,
): Finding[] {
  const findings = new Findings();
  const check = (holds: boolean, what: string) => findings.check(holds, 'P4', `rewards ${_id}`, what);
  const { received, onHand, held, handedOver, writtenOff } = stock;
  check(onHand + held + handedOver + writtenOff === received, `does not add up: ${canonicalJson(stock)}`);
  check(Math.min(...Object.values(stock)) >= 0, `is negative: ${canonicalJson(stock)}`);
  check(sum(Object.values(holds)) === held, `holds do not come to ${held}`);
  if (!settled) return findings.list;
  const ordered = (state: Order['state']) =>
    sumBy(
      orders.filter((order) => order.state === state),
      'lots',
    );
  const entered = (kind: StockEntry['kind']) =>
    sumBy(
      entries.filter((entry) => entry.kind === kind && entry.state === 'entered'),
      'lots',
    );
  check(
    ordered('confirmed') === handedOver,
    `${handedOver} handed over, by the orders ${ordered('confirmed')}`,
  );
  check(ordered('reserved') === held, `${held} held, by the orders ${ordered('reserved')}`);
  check(entered('received') === received, `${received} received, by the entries ${entered('received')}`);
  check(
    entered('writtenOff') === writtenOff,
    `${writtenOff} written off, by the entries ${entered('writtenOff')}`,
  );
  return findings.list;
}
