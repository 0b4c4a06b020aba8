import * as v from 'valibot';
import { branchId, category, day, id, passbookKind, points, prose, text, whole } from './fields';

const earningRule = v.strictObject({
  id: text(40),
  category,
  basis: v.picklist(['visit', 'hour', 'award']),
  kinds: v.pipe(v.array(passbookKind), v.minLength(1), v.maxLength(3)),
  /** 0 for awards, which pay by their levels. */
  points: whole(0, 1_000_000),
  roundToMinutes: whole(1, 240),
  dailyCap: whole(0, 1_000_000),
  levels: v.pipe(v.array(v.strictObject({ level: text(20), title: text(20), points })), v.maxLength(10)),
});

export const rates = {
  current: v.strictObject({ branchId: v.optional(branchId), version: v.optional(whole(1, 100_000)) }),
  publish: v.strictObject({
    branchId,
    effectiveOn: day,
    earning: v.pipe(v.array(earningRule), v.minLength(1), v.maxLength(30)),
    prices: v.pipe(v.array(v.strictObject({ rewardId: id, points })), v.maxLength(200)),
    explanation: prose(1000),
  }),
};
