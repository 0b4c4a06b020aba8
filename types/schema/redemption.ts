import * as v from 'valibot';
import { branchId, id, lots, passbookId, scanned } from './fields';

export const redemption = {
  catalogue: v.strictObject({ branchId: v.optional(branchId) }),
  reserve: v.strictObject({ passbookId, rewardId: id, lots }),
  cancel: v.strictObject({ orderId: id }),
  orders: v.strictObject({ passbookId, before: v.optional(id) }),
  order: v.strictObject({ orderId: id }),
  identify: v.strictObject({ voucher: scanned }),
  confirm: v.strictObject({ voucher: scanned }),
  undo: v.strictObject({ orderId: id }),
};
