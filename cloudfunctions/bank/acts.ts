import type { ActKind, ActRow } from '../../types/act';
import type { Instant } from '../../types/day';
import type {
  Activity,
  Attendance,
  Award,
  Invitation,
  Opening,
  Order,
  StockEntry,
  TrailEntry,
} from '../../types/entities';
import { orderTitle } from './order';
import { isPassbookNumber } from './passbookNumber';

/** An act before the people in it have their names. */
export type NamelessAct = Omit<ActRow, 'by'> & { byId: string };

/** The records in which acts stand; each says who did it, when, and what came of it. */
export interface ActSources {
  attendances: readonly Attendance[];
  awards: readonly Award[];
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
  const { _id, title, passbookId, basis, state, credit, undo } = attendance;
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
      act(_id, 'checkOut', attendance.out, title, {
        ...here,
        points: refused ? null : points,
        before: 'in',
        after: refused ? 'refused' : 'done',
      }),
    );
  if (undo && state === 'undone')
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
  if (state === 'refused') return [];
  const here = { passbookId, reason };
  const acts = [act(_id, 'proposeAward', proposed, levelTitle, { ...here, after: 'proposed' })];
  if (!decided) return acts;
  const approved = state !== 'declined';
  return [
    ...acts,
    act(_id, approved ? 'approveAward' : 'declineAward', decided, levelTitle, {
      ...here,
      points: approved ? credit.points : null,
      before: 'proposed',
      after: approved ? 'approved' : 'declined',
    }),
  ];
}

function ofOrder(order: Order): NamelessAct[] {
  const { _id, passbookId, state, ended, points } = order;
  if (state !== 'confirmed' || !ended) return [];
  const more = { passbookId, points: -points, before: 'reserved', after: 'confirmed' };
  return [act(_id, 'confirmOrder', ended, orderTitle(order), more)];
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
  return act(_id, what, { by, at }, about, { passbookId, reason, before, after });
}
