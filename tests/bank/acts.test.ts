import { type ActSources, actsOf } from '../../cloudfunctions/bank/acts';
import { passbookNumber } from '../../cloudfunctions/bank/passbookNumber';
import { HOUR } from '../../types/day';
import type { Activity, Invitation, Opening, StockEntry, TrailEntry } from '../../types/entities';
import { NEW_PASSBOOK } from '../support/arbitraries';
import {
  actAt,
  attendanceOf,
  awardOf,
  correctionOf,
  hoursOf,
  NOON,
  orderOf,
  undoBy,
} from '../support/records';

const NOTHING: ActSources = {
  ...{ attendances: [], awards: [], corrections: [], orders: [], openings: [] },
  ...{ activities: [], stockEntries: [], invitations: [], trail: [] },
};
const passbookId = NEW_PASSBOOK._id;
const correction = { id: 'k_1', reason: '记错了人' };
const later = NOON + 24 * HOUR;

/** All acts of these records, the oldest first. */
const tell = (records: Partial<ActSources>) => actsOf({ ...NOTHING, ...records }, later, 100).reverse();
/** An act that says no more than what is given. */
const told = (more: object) => ({
  ...{ passbookId: null, reason: '', points: null, before: '', after: '' },
  ...more,
});

describe('the acts at a session', () => {
  it('are one check-in where a visit is paid, with what it earned', () => {
    const checkIn = { id: 's1#p#1:checkIn', what: 'checkIn', at: NOON, byId: 'p_teller', about: '洁净家园' };
    expect(tell({ attendances: [attendanceOf(1)] })).toEqual([
      told({ ...checkIn, passbookId, points: 100, after: 'in' }),
    ]);
    expect(tell({ attendances: [attendanceOf(1, { state: 'refused' })] })).toMatchObject([
      { what: 'checkIn', points: null, after: 'refused' },
    ]);
  });

  it('are a check-in and a check-out where hours are paid, which the check-out earns', () => {
    expect(tell({ attendances: [hoursOf(1)] })).toMatchObject([
      { what: 'checkIn', points: null, before: '', after: 'in' },
      { what: 'checkOut', at: NOON + 2 * HOUR, passbookId, points: 400, before: 'in', after: 'done' },
    ]);
    expect(tell({ attendances: [hoursOf(1, { state: 'in', out: null, credit: null })] })).toHaveLength(1);
    expect(tell({ attendances: [hoursOf(1, { state: 'refused' })] })).toMatchObject([
      { what: 'checkIn', after: 'refused' },
      { what: 'checkOut', points: null, after: 'refused' },
    ]);
  });

  it('show that hours of a forgotten check-out were confirmed, even if they earned nothing', () => {
    const confirmed = hoursOf(1, { lapse: { planned: 120, confirmed: 0 }, credit: null });
    expect(tell({ attendances: [confirmed] })[1]).toMatchObject({
      ...{ id: 's1#p#1:settleHours', what: 'settleHours', points: 0, before: 'lapsed', after: 'done' },
    });
  });

  it('end with what a teller took back, unless that was refused or a correction did it', () => {
    const undone = attendanceOf(1, { state: 'undone', undo: undoBy('p_other') });
    expect(tell({ attendances: [undone] })[1]).toMatchObject({
      ...{ what: 'undoAttendance', byId: 'p_other', about: '洁净家园', passbookId },
      ...{ points: -100, before: 'done', after: 'undone' },
    });
    for (const one of [
      { ...undone, state: 'done' as const },
      { ...undone, undo: undoBy('p_other', correction) },
    ])
      expect(tell({ attendances: [one] })).toHaveLength(1);
  });
});

describe('the acts of an award', () => {
  const decided = (state: Parameters<typeof awardOf>[0]) => tell({ awards: [awardOf(state)] }).slice(1);

  it('begin with who proposed it, and why', () => {
    expect(tell({ awards: [awardOf({ state: 'proposed', decided: null })] })).toEqual([
      told({
        ...{ id: 'w_1:proposeAward', what: 'proposeAward', at: NOON, byId: 'p_teller', about: '街道表彰' },
        ...{ passbookId, reason: '救起落水儿童', after: 'proposed' },
      }),
    ]);
  });

  it('are none where it was refused before it was proposed', () => {
    expect(tell({ awards: [awardOf({ state: 'refused', decided: null })] })).toEqual([]);
  });

  it('go on with who approved or declined it, and what that moved', () => {
    const approved = {
      ...{ what: 'approveAward', byId: 'p_manager', passbookId, reason: '救起落水儿童' },
      ...{ about: '街道表彰', points: 5_000, before: 'proposed', after: 'approved' },
    };
    expect(decided({})).toMatchObject([approved]);
    expect(decided({ state: 'undone' })).toMatchObject([approved]);
    expect(decided({ state: 'declined' })).toMatchObject([
      { what: 'declineAward', points: null, before: 'proposed', after: 'declined' },
    ]);
    expect(decided({ state: 'refused' })).toMatchObject([
      { what: 'approveAward', points: null, after: 'refused' },
    ]);
  });
});

describe('the acts at a counter', () => {
  it('are the rewards that were handed over', () => {
    const confirmed = {
      ...{ id: 'o_1:confirmOrder', what: 'confirmOrder', at: NOON + HOUR, byId: 'p_merchant' },
      ...{ about: '口罩 4 包 ×2', passbookId, points: -1_000, before: 'reserved', after: 'confirmed' },
    } as const;
    expect(tell({ orders: [orderOf('o_1')] })).toEqual([told(confirmed)]);
    expect(tell({ orders: [orderOf('o_1', { state: 'undoing' })] })).toEqual([told(confirmed)]);
    for (const state of ['placing', 'reserved', 'refused', 'cancelled', 'expired'] as const)
      expect(tell({ orders: [orderOf('o_1', { state })] })).toEqual([]);
    expect(tell({ orders: [orderOf('o_1', { ended: null })] })).toEqual([]);
  });

  it('and those that were taken back there, not by a correction', () => {
    const undone = orderOf('o_1', { state: 'undone', undo: undoBy('p_merchant') });
    expect(tell({ orders: [undone] }).find(({ what }) => what === 'undoConfirm')).toMatchObject({
      ...{ about: '口罩 4 包 ×2', passbookId, points: 1_000, before: 'confirmed', after: 'undone' },
    });
    for (const undo of [undoBy('p_manager', correction), null])
      expect(tell({ orders: [{ ...undone, undo }] })).toMatchObject([{ what: 'confirmOrder' }]);
    expect(tell({ orders: [{ ...undone, state: 'undoing' }] })).toMatchObject([{ what: 'confirmOrder' }]);
  });
});

describe('the acts of a correction', () => {
  const decided = (more: Parameters<typeof correctionOf>[0]) =>
    tell({ corrections: [correctionOf(more)] }).slice(1);

  it('begin with who proposed it, and why', () => {
    expect(tell({ corrections: [correctionOf({ state: 'proposed', decided: null })] })).toEqual([
      told({
        ...{ id: 'k_1:proposeCorrection', what: 'proposeCorrection', at: NOON, byId: 'p_teller' },
        ...{ about: '洁净家园', passbookId, reason: '记错了人', after: 'proposed' },
      }),
    ]);
  });

  it('go on with what was decided, and what came of it', () => {
    expect(decided({})).toMatchObject([
      {
        ...{ what: 'approveCorrection', byId: 'p_manager', about: '洁净家园', passbookId },
        ...{ reason: '记错了人', points: -500, before: 'proposed', after: 'approved' },
      },
    ]);
    expect(decided({ state: 'declined' })).toMatchObject([
      { what: 'declineCorrection', points: null, before: 'proposed', after: 'declined' },
    ]);
    const refusal = { code: 'POINTS_SPENT', details: {} } as const;
    expect(decided({ state: 'refused', refusal })).toMatchObject([
      { what: 'approveCorrection', points: null, after: 'POINTS_SPENT' },
    ]);
  });
});

describe('the other acts of a branch', () => {
  it('are passbooks opened for others and activities published', () => {
    const opening = { _id: 'n_1', passbookId, title: '便民超市', act: actAt(NOON) } as Opening;
    const activity = { _id: 'a_1', title: '义诊', publishedBy: 'p_manager', publishedAt: NOON } as Activity;
    expect(tell({ openings: [opening] })).toEqual([
      told({
        ...{ id: 'n_1:openFor', what: 'openFor', at: NOON, byId: 'p_teller', about: '便民超市' },
        ...{ passbookId, after: 'active' },
      }),
    ]);
    expect(tell({ activities: [activity] })).toEqual([
      told({
        ...{ id: 'a_1:publishActivity', what: 'publishActivity', at: NOON, byId: 'p_manager' },
        ...{ about: '义诊', after: 'open' },
      }),
    ]);
  });

  it('are goods received and written off, with how many', () => {
    const entry = { _id: 's_1', rewardId: 'r_rice', lots: 5, reason: '受潮', act: actAt(NOON) };
    const of = (kind: StockEntry['kind'], state: StockEntry['state'] = 'entered') =>
      tell({ stockEntries: [{ ...entry, kind, state } as StockEntry] });
    const by = { at: NOON, byId: 'p_teller', about: 'r_rice', reason: '受潮' };
    expect(of('received')).toEqual([
      told({ id: 's_1:receiveStock', what: 'receiveStock', ...by, after: '+5' }),
    ]);
    expect(of('writtenOff')).toEqual([
      told({ id: 's_1:writeOffStock', what: 'writeOffStock', ...by, after: '−5' }),
    ]);
    expect(of('writtenOff', 'refused')).toMatchObject([{ after: 'refused' }]);
  });

  it('are invitations, with the role and what became of them', () => {
    const invitation = {
      ...{ _id: 'i_1', name: '王五', role: 'teller', state: 'accepted', invited: actAt(NOON) },
    } as Invitation;
    expect(tell({ invitations: [invitation] })).toEqual([
      told({
        ...{ id: 'i_1:invite', what: 'invite', at: NOON, byId: 'p_teller', about: '王五' },
        ...{ before: 'teller', after: 'accepted' },
      }),
    ]);
  });

  it('are those that stand in the trail only, about a passbook where they name one', () => {
    const numbered = passbookNumber('0211', 155);
    const entry = {
      ...{ _id: 't_1', act: 'freeze', about: numbered, reason: '冒用', before: 'active', after: 'frozen' },
      ...{ by: 'p_manager', at: NOON },
    } as TrailEntry;
    const freeze = { id: 't_1:freeze', what: 'freeze', at: NOON, byId: 'p_manager' };
    expect(tell({ trail: [entry] })).toEqual([
      told({
        ...{ ...freeze, about: numbered, passbookId: numbered },
        ...{ reason: '冒用', before: 'active', after: 'frozen' },
      }),
    ]);
    expect(tell({ trail: [{ ...entry, act: 'cancelSession', about: 's_1' }] })).toMatchObject([
      { what: 'cancelSession', about: 's_1', reason: '冒用', passbookId: null },
    ]);
  });

  it('name a vacated seat as people do', () => {
    const vacated = {
      ...{ _id: 't_1', act: 'vacateSeat', about: 'i_1', reason: 'community-1', before: 'p_1', after: '' },
      ...{ by: 'p_manager', at: NOON },
    } as TrailEntry;
    expect(tell({ trail: [vacated] })).toMatchObject([
      { what: 'vacateSeat', about: 'community-1', reason: '', before: 'p_1', passbookId: null },
    ]);
  });
});

describe('the acts of many records', () => {
  const orders = ['o_1', 'o_3', 'o_2'].map((id) => orderOf(id));
  const earlier = orderOf('o_9', { ended: actAt(NOON) });
  const ids = (records: Partial<ActSources>, before: number, limit = 100) =>
    actsOf({ ...NOTHING, ...records }, before, limit).map(({ id }) => id.split(':')[0]);

  it('come the newest first, those of one moment always in the same order', () => {
    expect(ids({ orders: [earlier, ...orders] }, later)).toEqual(['o_3', 'o_2', 'o_1', 'o_9']);
    expect(ids({ orders: [...orders].reverse().concat(earlier) }, later)).toEqual([
      ...['o_3', 'o_2', 'o_1', 'o_9'],
    ]);
  });

  it('end before the moment asked for, and after so many', () => {
    expect(ids({ orders: [earlier, ...orders] }, NOON + HOUR)).toEqual(['o_9']);
    expect(ids({ orders: [earlier, ...orders] }, NOON + HOUR + 1, 2)).toEqual(['o_3', 'o_2']);
  });

  it('come once each, though a record was read twice', () => {
    expect(ids({ orders: [earlier, earlier] }, later)).toEqual(['o_9']);
  });
});
