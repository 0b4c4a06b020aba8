import { requireThreePeople } from '../../cloudfunctions/bank/award';
import { redeemLine, requireUsable } from '../../cloudfunctions/bank/order';
import { requireActive } from '../../cloudfunctions/bank/requireActive';
import { requireSameContent } from '../../cloudfunctions/bank/sameContent';
import type { Order, Passbook } from '../../types/entities';
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
  ] as const)('tells when it was %s', (state, code) => {
    const told = detailsOf(() => requireUsable(ended(state, 5_000), 20_000));
    expect(told).toEqual({ code, details: { at: 5_000 } });
  });

  it('tells when its time was over, not when the clock noticed', () => {
    const told = detailsOf(() => requireUsable(ended('expired', 12_000), 20_000));
    expect(told).toEqual({ code: 'VOUCHER_EXPIRED', details: { at: 9_000 } });
  });

  it.each(['placing', 'refused'] as const)('is none while its order is %s', (state) => {
    expect(codeOf(() => requireUsable({ ...ORDER, state }, 5_000))).toBe('CODE_INVALID');
  });
});

describe('the line of a handed-over reward', () => {
  it('says what for, to whom, by which card, booked on the day it was handed over', () => {
    const at = Date.UTC(2026, 10, 19, 16);
    expect(redeemLine(ended('confirmed', at))).toMatchObject({
      id: 'o_1',
      points: -1_000,
      title: '口罩 4 包 ×2',
      contra: 'redeem:m_shop',
      bookedOn: '2026-11-20',
      rate: { version: 3, inputs: { basis: 'price', rewardId: 'r_masks', lots: 2 } },
    });
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
