import type { ActKind, ActRow } from '../../types/act';
import type { Instant } from '../../types/day';
import type {
  Activity,
  Attendance,
  Award,
  Correction,
  Invitation,
  Opening,
  Order,
  StockEntry,
  TrailEntry,
} from '../../types/entities';
import { wasNeverProposed } from './award';
import { orderTitle } from './order';
import { isPassbookNumber } from './passbookNumber';

/** An act before the people in it have their names. */
export type NamelessAct = Omit<ActRow, 'by'> & { byId: string };

/** The records in which acts stand; each says who did it, when, and what came of it. */
export interface ActSources {
  attendances: readonly Attendance[];
  awards: readonly Award[];
  corrections: readonly Correction[];
  orders: readonly Order[];
  openings: readonly Opening[];
  activities: readonly Activity[];
  stockEntries: readonly StockEntry[];
  invitations: readonly Invitation[];
  trail: readonly TrailEntry[];
}

/** All acts of the records before a moment, each once, the newest first. */
export function actsOf(sources: ActSources, before: Instant, limit: number): NamelessAct[] {
  const acts = [
    ...sources.attendances.flatMap(ofAttendance),
    ...sources.awards.flatMap(ofAward),
    ...sources.orders.flatMap(ofOrder),
    ...sources.corrections.flatMap(ofCorrection),
    ...sources.openings.map(ofOpening),
    ...sources.activities.map(ofActivity),
    ...sources.stockEntries.map(ofStockEntry),
    ...sources.invitations.map(ofInvitation),
    ...sources.trail.map(ofTrailEntry),
  ].filter(({ at }) => at < before);
  const once = [...new Map(acts.map((act) => [act.id, act])).values()];
  return once.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)).slice(0, limit);
}

function act(
  id: string,
  what: ActKind,
  { by, at }: { by: string; at: Instant },
  about: string,
  more: Partial<NamelessAct> = {},
): NamelessAct {
  const nothing = { passbookId: null, reason: '', points: null, before: '', after: '' };
  return { id: `${id}:${what}`, what, byId: by, at, about, ...nothing, ...more };
}

function ofAttendance(attendance: Attendance): NamelessAct[] {
  const { _id, title, passbookId, basis, state, credit, undo, lapse } = attendance;
  const points = credit?.points ?? 0;
  const here = { passbookId };
  const refused = state === 'refused';
  const acts = [
    act(_id, 'checkIn', attendance.in, title, {
      ...here,
      points: basis === 'visit' && !refused ? points : null,
      after: refused ? 'refused' : 'in',
    }),
  ];
  if (attendance.out)
    acts.push(
      act(_id, lapse ? 'settleHours' : 'checkOut', attendance.out, title, {
        ...here,
        points: refused ? null : points,
        before: lapse ? 'lapsed' : 'in',
        after: refused ? 'refused' : 'done',
      }),
    );
  // What a correction took back stands in the correction.
  if (undo && state === 'undone' && !undo.correction)
    acts.push(
      act(_id, 'undoAttendance', undo, title, { ...here, points: -points, before: 'done', after: 'undone' }),
    );
  return acts;
}

function ofAward({
  _id,
  passbookId,
  levelTitle,
  reason,
  proposed,
  decided,
  state,
  credit,
}: Award): NamelessAct[] {
  if (wasNeverProposed({ state, decided })) return [];
  const here = { passbookId, reason };
  const acts = [act(_id, 'proposeAward', proposed, levelTitle, { ...here, after: 'proposed' })];
  if (!decided) return acts;
  const approved = state !== 'declined';
  return [
    ...acts,
    act(_id, approved ? 'approveAward' : 'declineAward', decided, levelTitle, {
      ...here,
      points: approved && state !== 'refused' ? credit.points : null,
      before: 'proposed',
      after: state === 'declined' || state === 'refused' ? state : 'approved',
    }),
  ];
}

function ofOrder(order: Order): NamelessAct[] {
  const { _id, passbookId, state, ended, points, undo } = order;
  if (!ended || (state !== 'confirmed' && state !== 'undoing' && state !== 'undone')) return [];
  const title = orderTitle(order);
  const more = { passbookId, points: -points, before: 'reserved', after: 'confirmed' };
  const confirmed = act(_id, 'confirmOrder', ended, title, more);
  if (state !== 'undone' || !undo || undo.correction) return [confirmed];
  const back = { passbookId, points, before: 'confirmed', after: 'undone' };
  return [confirmed, act(_id, 'undoConfirm', undo, title, back)];
}

function ofCorrection(correction: Correction): NamelessAct[] {
  const { _id, passbookId, line, reason, state, proposed, decided, refusal } = correction;
  const here = { passbookId, reason };
  const acts = [act(_id, 'proposeCorrection', proposed, line.title, { ...here, after: 'proposed' })];
  if (!decided) return acts;
  const what = state === 'declined' ? 'declineCorrection' : 'approveCorrection';
  const points = state === 'approved' ? -line.points : null;
  const after = refusal?.code ?? state;
  return [...acts, act(_id, what, decided, line.title, { ...here, points, before: 'proposed', after })];
}

function ofOpening({ _id, passbookId, title, act: done }: Opening): NamelessAct {
  return act(_id, 'openFor', done, title, { passbookId, after: 'active' });
}

function ofActivity({ _id, title, publishedBy, publishedAt }: Activity): NamelessAct {
  return act(_id, 'publishActivity', { by: publishedBy, at: publishedAt }, title, { after: 'open' });
}

function ofStockEntry({ _id, kind, rewardId, lots, reason, state, act: done }: StockEntry): NamelessAct {
  const what = kind === 'received' ? 'receiveStock' : 'writeOffStock';
  const change = state === 'refused' ? 'refused' : `${kind === 'received' ? '+' : '−'}${lots}`;
  return act(_id, what, done, rewardId, { reason, after: change });
}

function ofInvitation({ _id, name, role, state, invited }: Invitation): NamelessAct {
  return act(_id, 'invite', invited, name, { before: role, after: state });
}

function ofTrailEntry({ _id, act: what, about, reason, before, after, by, at }: TrailEntry): NamelessAct {
  const passbookId = isPassbookNumber(about) ? about : null;
  // The trail knows a seat by the invitation to it, people by its name.
  const named = what === 'vacateSeat' ? { about: reason, reason: '' } : { about, reason };
  return act(_id, what, { by, at }, named.about, { passbookId, reason: named.reason, before, after });
}
