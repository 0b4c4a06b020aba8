import * as v from 'valibot';
import { branchId, day, instant, passbookId, phone, text, whole } from './fields';

export const passbook = {
  branches: v.strictObject({}),
  open: v.strictObject({
    branchId,
    name: text(20),
    phone,
    /** Version of the privacy notice that the person agreed to. */
    consent: text(20),
  }),
  home: v.strictObject({ passbookId: v.optional(passbookId) }),
  pages: v.strictObject({
    passbookId,
    /** Only pages older than this one; without it, from the newest turned page. */
    before: v.optional(whole(1, 1_000_000)),
    limit: v.optional(whole(1, 20)),
  }),
  acts: v.strictObject({ passbookId, before: v.optional(instant) }),
  closings: v.strictObject({ branchId: v.optional(branchId), before: v.optional(day) }),
  codeKey: v.strictObject({ passbookId }),
  close: v.strictObject({
    passbookId,
    /** Gives what is left to the branch. */
    donate: v.boolean(),
  }),
};
