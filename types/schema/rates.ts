import * as v from 'valibot';
import { TOPICS } from '../entities';
import { branchId, category, day, id, passbookKind, points, prose, seatId, text, whole } from './fields';

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

const wording = {
  earning: v.pipe(v.array(earningRule), v.minLength(1), v.maxLength(30)),
  prices: v.pipe(v.array(v.strictObject({ rewardId: id, points })), v.maxLength(200)),
  explanation: prose(1000),
};
const revision = whole(1, 1000);
const choice = v.picklist(['agree', 'against', 'abstain']);

export const rates = {
  history: v.strictObject({ branchId: v.optional(branchId) }),
  council: v.strictObject({ branchId: v.optional(branchId) }),
  proposal: v.strictObject({ proposalId: id }),
  propose: v.strictObject({ branchId, title: text(30), suggestionId: v.optional(id), ...wording }),
  amend: v.strictObject({ proposalId: id, revision, ...wording }),
  comment: v.strictObject({ proposalId: id, text: text(300) }),
  abandon: v.strictObject({ proposalId: id }),
  suggest: v.strictObject({ branchId, text: text(300) }),
  suggestions: v.strictObject({ branchId }),
  preview: v.strictObject({ branchId, earning: wording.earning, prices: wording.prices }),
  open: v.strictObject({ proposalId: id, revision, closesOn: v.optional(day) }),
  vote: v.strictObject({ proposalId: id, revision, seatId, choice }),
  record: v.strictObject({
    proposalId: id,
    revision,
    text: prose(2000),
    photoIds: v.pipe(v.array(id), v.maxLength(6)),
    votes: v.pipe(v.array(v.strictObject({ seatId, choice })), v.minLength(1), v.maxLength(90)),
  }),
  confirmRecord: v.strictObject({ minutesId: id }),
  addPhoto: v.strictObject({
    branchId,
    /** JPEG or PNG, at most about 600 KB. */
    data: v.pipe(v.string(), v.maxLength(800_000), v.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
  }),
  photo: v.strictObject({ photoId: id }),
  decide: v.strictObject({ proposalId: id }),
  review: v.strictObject({ branchId, version: whole(1, 100_000), stars: whole(1, 5), comment: prose(300) }),
  reviews: v.strictObject({ branchId, version: whole(1, 100_000) }),
  subscribe: v.strictObject({
    branchId,
    topics: v.pipe(v.array(v.picklist(TOPICS)), v.minLength(1), v.maxLength(2)),
  }),
  current: v.strictObject({ branchId: v.optional(branchId), version: v.optional(whole(1, 100_000)) }),
  publish: v.strictObject({
    branchId,
    effectiveOn: day,
    ...wording,
  }),
};
