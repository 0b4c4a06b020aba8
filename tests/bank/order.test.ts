import { requireThreePeople } from '../../cloudfunctions/bank/award';
import { applyStep, judge, postLine } from '../../cloudfunctions/bank/ledger';
import {
  confirmationUndoUntil,
  holdStep,
  orderTitle,
  redeemLine,
  releaseStep,
  requireUsable,
  settleStep,
} from '../../cloudfunctions/bank/order';
import { requireActive } from '../../cloudfunctions/bank/requireActive';
import { requireSameContent } from '../../cloudfunctions/bank/sameContent';
import { nextUndo } from '../../cloudfunctions/bank/takeBack';
import { MINUTE } from '../../types/day';
import type { Order, Passbook } from '../../types/entities';
import { lineOf, NEW_PASSBOOK } from '../support/arbitraries';
import { codeOf, detailsOf } from '../support/refusal';

const ORDER: Order = {
  _id: 'o_1',
  branchId: '0211',
  passbookId: '0211-000155-3',
  holderId: 'p_holder',
  rewardId: 'r_masks',
  rewardName: '口罩',
  lot: '4 包',
  lots: 2,
  points: 1_000,
  providerId: 'm_shop',
  providerName: '便民超市',
  version: 3,
  voucherHash: '',
  state: 'reserved',
  settled: true,
  refusal: null,
  placed: { by: 'p_holder', at: 1_000, requestId: 'request' },
  expiresAt: 9_000,
  ended: null,
  undo: null,
  pageNo: 1,
};
const ended = (state: Order['state'], at: number): Order => ({
  ...ORDER,
  state,
  ended: { by: 'p', at, requestId: 'r' },
});

describe('a voucher that authenticated', () => {
  it('can be used until its time is over', () => {
    expect(() => requireUsable(ORDER, 8_999)).not.toThrow();
    expect(detailsOf(() => requireUsable(ORDER, 9_000))).toEqual({
      code: 'VOUCHER_EXPIRED',
      details: { at: 9_000 },
    });
  });

  it.each([
    ['confirmed', 'VOUCHER_USED'],
    ['cancelled', 'VOUCHER_CANCELLED'],
    ['undone', 'VOUCHER_CANCELLED'],
    ['undoing', 'VOUCHER_CANCELLED'],
  ] as const)('tells when it was %s', (state, code) => {
    const told = detailsOf(() => requireUsable(ended(state, 5_000), 20_000));
    expect(told).toEqual({ code, details: { at: 5_000 } });
  });

  it('tells when what it had collected was taken back', () => {
    const undone = {
      ...ended('undone', 5_000),
      undo: nextUndo(null, { by: 'p', at: 6_000, requestId: 'r' }),
    };
    expect(detailsOf(() => requireUsable(undone, 7_000)).details).toEqual({ at: 6_000 });
  });

  it('tells when its time was over, not when the clock noticed', () => {
    const told = detailsOf(() => requireUsable(ended('expired', 12_000), 20_000));
    expect(told).toEqual({ code: 'VOUCHER_EXPIRED', details: { at: 9_000 } });
    // Its points were given back: a clock that was set back doesn't bring it to life.
    expect(codeOf(() => requireUsable(ended('expired', 12_000), 8_000))).toBe('VOUCHER_EXPIRED');
  });

  it.each(['placing', 'refused'] as const)('is none while its order is %s', (state) => {
    expect(codeOf(() => requireUsable({ ...ORDER, state }, 5_000))).toBe('CODE_INVALID');
  });
});

describe('the points of an order', () => {
  const rich = () => applyStep(NEW_PASSBOOK, postLine(lineOf('gift', 1_500)));
  const placed = () => applyStep(rich(), holdStep(ORDER));

  it('are set aside, then paid or given back', () => {
    expect(placed()).toMatchObject({ balance: 1_500, held: 1_000, available: 500, holds: { o_1: 1_000 } });
    expect(applyStep(placed(), settleStep(ended('confirmed', 5_000)))).toMatchObject({
      ...{ balance: 500, held: 0, available: 500, holds: {} },
    });
    expect(applyStep(placed(), releaseStep(ORDER))).toMatchObject({ balance: 1_500, held: 0, holds: {} });
  });

  it('are given back to each of several orders', () => {
    const other = { ...ORDER, _id: 'o_2', points: 500 };
    const both = applyStep(placed(), holdStep(other));
    const one = applyStep(both, releaseStep(ORDER));
    expect(judge(one, releaseStep(other))).toBe('ready');
    expect(judge(one, releaseStep(ORDER))).toBe('taken');
  });

  it('can be taken back for a quarter of an hour after it was handed over, and only then', () => {
    expect(confirmationUndoUntil(ended('confirmed', 5_000))).toBe(5_000 + 15 * MINUTE);
    expect(confirmationUndoUntil(ended('cancelled', 5_000))).toBeNull();
    expect(confirmationUndoUntil(ORDER)).toBeNull();
    expect(confirmationUndoUntil({ ...ORDER, state: 'confirmed' })).toBeNull();
  });
});

describe('the line of a handed-over reward', () => {
  it('names the lots only where there are several', () => {
    expect(orderTitle({ ...ORDER, lots: 1 })).toBe('口罩 4 包');
    expect(orderTitle(ORDER)).toBe('口罩 4 包 ×2');
  });

  it('says what for, to whom, by which card, booked on the day it was handed over', () => {
    const at = Date.UTC(2026, 10, 19, 16);
    expect(redeemLine(ended('confirmed', at))).toEqual({
      ...{ id: 'o_1', kind: 'redeem', points: -1_000, category: null, occurredAt: at, reverses: null },
      source: { kind: 'order', id: 'o_1' },
      title: '口罩 4 包 ×2',
      contra: 'redeem:m_shop',
      bookedOn: '2026-11-20',
      rate: { version: 3, inputs: { basis: 'price', rewardId: 'r_masks', lots: 2 } },
    });
    expect(redeemLine(ORDER).occurredAt).toBe(ORDER.placed.at);
  });
});

describe('who may begin what', () => {
  it('takes three people for points made by hand', () => {
    expect(() => requireThreePeople('a', 'b', 'c')).not.toThrow();
    for (const [proposer, approver, beneficiary] of ['aab', 'aba', 'baa', 'aaa'] as const)
      expect(codeOf(() => requireThreePeople(proposer!, approver!, beneficiary!))).toBe(
        'THREE_PEOPLE_NEEDED',
      );
  });

  it('is nobody with a frozen or closed passbook', () => {
    const passbook = (status: Passbook['status']) => ({ status }) as Passbook;
    expect(() => requireActive(passbook('active'))).not.toThrow();
    expect(codeOf(() => requireActive(passbook('frozen')))).toBe('PASSBOOK_FROZEN');
    expect(codeOf(() => requireActive(passbook('closed')))).toBe('PASSBOOK_CLOSED');
  });
});

describe('a request’s id', () => {
  it('stands for the same content only, whatever order its fields come in', () => {
    const record = { a: 1, b: { x: [1, 2], y: 'z' }, more: true };
    expect(() => requireSameContent(record, { b: { y: 'z', x: [1, 2] }, a: 1 })).not.toThrow();
    expect(codeOf(() => requireSameContent(record, { a: 2 }))).toBe('REQUEST_REUSED');
    expect(codeOf(() => requireSameContent(record, { b: { x: [2, 1], y: 'z' } }))).toBe('REQUEST_REUSED');
  });
});
