import type { Order, Passbook, Person } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import type { HandOver } from '../../../types/routes';
import { normalCode } from '../../bank/codes';
import { confirmationUndoUntil } from '../../bank/order';
import type { Caller } from '../../platform/caller';
import { sha256 } from '../../platform/secret';
import { getByVoucher } from '../../store/orders';

export interface Presented {
  order: Order;
  passbook: Passbook;
  holder: Person | null;
}

/**
 * Finds the order of a voucher that this caller may hand over. A made-up voucher and one for somebody else's
 * counter get the same answer.
 * @throws BankError CODE_INVALID, SELF_DEALING
 */
export async function readVoucher(voucher: string, caller: Caller): Promise<Presented> {
  const code = normalCode(voucher);
  const found = code === '' ? null : await getByVoucher(sha256(code));
  if (!found?.passbook || !mayHandOver(caller, found.order)) throw new BankError('CODE_INVALID', {});
  caller.requireNotOwn(found.passbook);
  return { ...found, passbook: found.passbook };
}

/** What the person behind the counter needs to see, and no more. */
export function handOver({ order, holder }: Presented): HandOver {
  const { _id, rewardName, lot, lots, points, passbookId, placed, ended, state } = order;
  return {
    orderId: _id,
    ...{ rewardName, lot, lots, points, passbookId },
    name: maskedName(holder?.name ?? ''),
    placedAt: placed.at,
    confirmedAt: state === 'confirmed' ? (ended?.at ?? null) : null,
    undoUntil: confirmationUndoUntil({ state, ended }),
  };
}

/** Whether it is the caller's counter at which the order is handed over. */
export function mayHandOver(caller: Caller, order: Order): boolean {
  const grants = caller.person?.roles ?? [];
  return grants.some(({ role, branchId, merchantId }) =>
    role === 'merchant'
      ? merchantId === order.providerId
      : (role === 'teller' || role === 'manager') &&
        branchId === order.branchId &&
        order.providerId === `counter:${order.branchId}`,
  );
}

function maskedName(name: string): string {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(rest.length);
}
