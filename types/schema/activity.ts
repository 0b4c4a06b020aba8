import * as v from 'valibot';
import { branchId, category, id, instant, passbookId, prose, scanned, text, whole } from './fields';

export const activity = {
  list: v.strictObject({ branchId: v.optional(branchId) }),
  get: v.strictObject({ sessionId: id }),
  signUp: v.strictObject({ sessionId: id, passbookId }),
  withdraw: v.strictObject({ sessionId: id, passbookId }),
  publish: v.strictObject({
    branchId,
    title: text(30),
    description: prose(500),
    category,
    basis: v.picklist(['visit', 'hour']),
    askFirst: v.boolean(),
    sessions: v.pipe(
      v.array(
        v.strictObject({
          place: text(40),
          startsAt: instant,
          endsAt: instant,
          capacity: whole(1, 500),
        }),
      ),
      v.minLength(1),
      v.maxLength(20),
    ),
  }),
  cancel: v.strictObject({ sessionId: id, reason: text(100) }),
  attendances: v.strictObject({ sessionId: id }),
  identify: v.strictObject({ sessionId: id, code: scanned }),
  checkIn: v.strictObject({ sessionId: id, code: scanned }),
  checkOut: v.strictObject({ sessionId: id, code: scanned }),
  undo: v.strictObject({ attendanceId: id }),
};
