import * as v from 'valibot';
import { branchId, day, id, instant, passbookId, phone, prose, scanned, seatId, text, whole } from './fields';

const seats = whole(1, 30);
const newcomer = { name: text(20), phone, consent: text(20) };

export const desk = {
  setUp: v.strictObject({
    code: scanned,
    streetName: text(20),
    /** What the covers are lettered with: 长江公益银行. */
    bankName: text(12),
    ...newcomer,
  }),
  createBranch: v.strictObject({ branchId, name: text(20) }),
  branches: v.strictObject({}),
  members: v.strictObject({ branchId }),
  invite: v.variant('role', [
    v.strictObject({ role: v.picklist(['manager', 'teller']), branchId, name: text(20) }),
    v.strictObject({ role: v.literal('merchant'), branchId, name: text(20), merchantName: text(20) }),
    v.strictObject({ role: v.literal('councillor'), branchId, seatId, name: text(20) }),
    v.strictObject({ role: v.literal('street'), name: text(20) }),
  ]),
  charter: v.strictObject({
    branchId,
    seats: v.strictObject({ community: seats, association: seats, resident: seats }),
    quorumPercent: whole(1, 100),
    majorityPercent: whole(50, 99),
    publicityDays: whole(1, 60),
    meetingDay: whole(1, 28),
    termMonths: whole(1, 60),
  }),
  vacate: v.strictObject({ branchId, seatId }),
  invitation: v.strictObject({ code: scanned }),
  accept: v.strictObject({ code: scanned, phone, consent: text(20) }),
  merchants: v.strictObject({ branchId }),
  passbooks: v.strictObject({
    branchId,
    /** A passbook's number, or a holder's whole name or phone number. */
    search: text(20),
  }),
  openFor: v.strictObject({
    branchId,
    kind: v.picklist(['enterprise', 'organisation']),
    title: text(30),
    /** The volunteer passbook of the person who speaks for it. */
    speakerId: passbookId,
  }),
  freeze: v.strictObject({ passbookId, reason: text(100) }),
  unfreeze: v.strictObject({ passbookId, reason: text(100) }),
  award: v.strictObject({ passbookId, ruleId: text(40), level: text(20), reason: text(300) }),
  awards: v.strictObject({ branchId }),
  approve: v.strictObject({ awardId: id, approved: v.boolean() }),
  closings: v.strictObject({ branchId, before: v.optional(day) }),
  trail: v.strictObject({ branchId, before: v.optional(instant) }),
  /** From the first passbook, or on after one. */
  audit: v.strictObject({ branchId, after: v.optional(passbookId) }),
  lines: v.strictObject({
    passbookId,
    /** Only the page before this one; without it, the current page. */
    before: v.optional(whole(2, 1_000_000)),
  }),
  correct: v.strictObject({ passbookId, lineId: id, reason: text(100) }),
  corrections: v.strictObject({ branchId }),
  decideCorrection: v.strictObject({ correctionId: id, approved: v.boolean() }),
  lapsed: v.strictObject({ branchId }),
  settleHours: v.strictObject({ attendanceId: id, minutes: whole(0, 1440) }),
  waiting: v.strictObject({ branchId }),
  rewards: v.strictObject({ branchId }),
  addReward: v.strictObject({
    branchId,
    name: text(20),
    kind: v.picklist(['goods', 'service']),
    lot: text(12),
    description: prose(200),
    /** A merchant's id, or `counter:<branch>`. */
    providerId: id,
    costCents: whole(0, 100_000_000),
  }),
  stock: v.strictObject({
    rewardId: id,
    kind: v.picklist(['received', 'writtenOff']),
    lots: whole(1, 100_000),
    reason: text(100),
  }),
};
