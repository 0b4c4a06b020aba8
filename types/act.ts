import type { Instant } from './day';
import type { Points } from './points';

export const ACT_KINDS = [
  'checkIn',
  'checkOut',
  'settleHours',
  'undoAttendance',
  'proposeAward',
  'approveAward',
  'declineAward',
  'confirmOrder',
  'undoConfirm',
  'proposeCorrection',
  'approveCorrection',
  'declineCorrection',
  'openFor',
  'freeze',
  'unfreeze',
  'publishActivity',
  'cancelSession',
  'receiveStock',
  'writeOffStock',
  'invite',
  'vacateSeat',
  'scanRefused',
] as const;
/** What staff, merchants and councillors do that others must be able to look into. */
export type ActKind = (typeof ACT_KINDS)[number];

/** One act: who, when, what for, before and after. */
export interface ActRow {
  id: string;
  what: ActKind;
  at: Instant;
  /** Name of whoever did it; `clock` for the bank's own. */
  by: string;
  /** What it was about: a title, a person's name, a passbook's number. */
  about: string;
  passbookId: string | null;
  reason: string;
  /** Signed points that the act put on the passbook; null where it moved none. */
  points: Points | null;
  before: string;
  after: string;
}
