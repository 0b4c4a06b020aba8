import fc from 'fast-check';
import {
  cardHash,
  checkCard,
  creditFor,
  priceFor,
  recompute,
  ruleFor,
} from '../../cloudfunctions/bank/rateCard';
import { sha256 } from '../../cloudfunctions/platform/secret';
import type { EarningRule, RateCard } from '../../types/entities';
import { codeOf, detailsOf } from '../support/refusal';

const VISIT: EarningRule = {
  id: 'visit',
  category: 'basic',
  basis: 'visit',
  kinds: ['volunteer', 'enterprise'],
  points: 100,
  roundToMinutes: 1,
  dailyCap: 0,
  levels: [],
};
const HOUR: EarningRule = { ...VISIT, id: 'hour', category: 'professional', basis: 'hour', points: 200 };
const AWARD: EarningRule = {
  ...VISIT,
  id: 'award',
  category: 'outstanding',
  basis: 'award',
  points: 0,
  levels: [
    { level: 'street', title: '街道表彰', points: 5_000 },
    { level: 'district', title: '区级表彰', points: 8_000 },
  ],
};
const PRICE = { rewardId: 'r_masks', name: '口罩', kind: 'goods', lot: '4 包', points: 500 } as const;

function cardOf(earning: EarningRule[], more: Partial<RateCard> = {}): RateCard {
  return {
    _id: '0211#1',
    branchId: '0211',
    bankName: '长江公益银行',
    branchName: '阿里山路储蓄所',
    version: 1,
    effectiveOn: '2026-11-20',
    earning,
    prices: [{ ...PRICE, providerId: 'm_shop', providerName: '便民超市' }],
    explanation: '',
    publishedAt: 0,
    publishedBy: 'p_manager',
    requestId: 'request',
    previousHash: '',
    hash: '',
    ...more,
  };
}
const CARD = cardOf([VISIT, HOUR, AWARD]);

const anyHour = fc.record({
  points: fc.integer({ min: 1, max: 1_000_000 }),
  roundToMinutes: fc.integer({ min: 1, max: 240 }),
  dailyCap: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1_000_000 })),
  minutes: fc.integer({ min: 0, max: 1_440 }),
  earnedBefore: fc.integer({ min: 0, max: 2_000_000 }),
});

describe('what hours earn', () => {
  const credit = (rule: Partial<EarningRule>, minutes: number, earnedBefore = 0) =>
    creditFor(cardOf([{ ...HOUR, ...rule }]), {
      basis: 'hour',
      category: 'professional',
      kind: 'volunteer',
      minutes,
      earnedBefore,
    });

  it('is counted in whole steps of minutes, rounded down', () => {
    expect([29, 30, 59, 60, 160].map((minutes) => credit({ roundToMinutes: 30 }, minutes).points)).toEqual([
      0, 100, 100, 200, 500,
    ]);
    expect(credit({ points: 100, roundToMinutes: 1 }, 1).points).toBe(1);
  });

  it('is a whole count of hundredths, never above the cap, never below nothing', () => {
    fc.assert(
      fc.property(anyHour, ({ minutes, earnedBefore, ...rule }) => {
        const { points } = credit(rule, minutes, earnedBefore);
        expect(Number.isSafeInteger(points)).toBe(true);
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points * 60).toBeLessThanOrEqual(minutes * rule.points);
        if (rule.dailyCap > 0)
          expect(points + earnedBefore).toBeLessThanOrEqual(Math.max(rule.dailyCap, earnedBefore));
      }),
    );
  });

  it('never falls when somebody stays longer', () => {
    fc.assert(
      fc.property(anyHour, fc.nat({ max: 600 }), ({ minutes, earnedBefore, ...rule }, more) => {
        const longer = credit(rule, minutes + more, earnedBefore).points;
        expect(longer).toBeGreaterThanOrEqual(credit(rule, minutes, earnedBefore).points);
      }),
    );
  });

  it('can be computed again from what the line keeps (P6)', () => {
    fc.assert(
      fc.property(anyHour, ({ minutes, earnedBefore, ...rule }) => {
        const { points, inputs } = credit(rule, minutes, earnedBefore);
        expect(recompute(cardOf([{ ...HOUR, ...rule }]), inputs)).toBe(points);
      }),
    );
  });
});

describe('what a card pays and asks', () => {
  it('pays a visit and an award by their rules, and names the version and inputs', () => {
    const visit = creditFor(CARD, { basis: 'visit', category: 'basic', kind: 'enterprise' });
    expect(visit).toEqual({ points: 100, version: 1, inputs: { basis: 'visit', ruleId: 'visit' } });
    const award = creditFor(CARD, { basis: 'award', ruleId: 'award', kind: 'volunteer', level: 'street' });
    expect(award.points).toBe(5_000);
    expect([visit, award].map(({ inputs }) => recompute(CARD, inputs))).toEqual([100, 5_000]);
  });

  it.each([
    { basis: 'visit', category: 'basic', kind: 'organisation' },
    { basis: 'visit', category: 'professional', kind: 'volunteer' },
    { basis: 'hour', category: 'basic', kind: 'volunteer', minutes: 60, earnedBefore: 0 },
    { basis: 'award', ruleId: 'award', kind: 'organisation', level: 'street' },
    { basis: 'award', ruleId: 'award', kind: 'volunteer', level: 'city' },
    { basis: 'award', ruleId: 'visit', kind: 'volunteer', level: 'street' },
  ] as const)('has no rule for %o', (deed) => {
    expect(codeOf(() => creditFor(CARD, deed))).toBe('NO_EARNING_RULE');
  });

  it('prices what is on it, lot by lot', () => {
    const { points } = priceFor(CARD, 'r_masks', 3);
    expect(points).toBe(1_500);
    expect(recompute(CARD, { basis: 'price', rewardId: 'r_masks', lots: 3 })).toBe(-1_500);
    expect(codeOf(() => priceFor(CARD, 'r_rice', 1))).toBe('REWARD_UNAVAILABLE');
  });

  it('recomputes nothing by a rule or price that it does not have', () => {
    expect(recompute(CARD, { basis: 'visit', ruleId: 'other' })).toBeNull();
    expect(recompute(CARD, { basis: 'price', rewardId: 'r_rice', lots: 1 })).toBeNull();
    expect(recompute(CARD, { basis: 'award', ruleId: 'award', level: 'city' })).toBe(0);
  });

  it('finds the rule of a deed and kind of passbook', () => {
    expect(ruleFor(CARD, { basis: 'hour', category: 'professional', kind: 'volunteer' })?.id).toBe('hour');
  });

  it('has a hash that covers all that is printed on it and the card before', () => {
    const { hash: _hash, ...content } = CARD;
    const hash = cardHash(content, sha256);
    expect(cardHash({ ...content, previousHash: 'x' }, sha256)).not.toBe(hash);
    expect(cardHash({ ...content, earning: [{ ...VISIT, points: 101 }] }, sha256)).not.toBe(hash);
  });
});

describe('a card is refused', () => {
  const priced = (rewardId: string) => ({ ...CARD.prices[0]!, rewardId });
  it.each([
    ['with a rule twice', [VISIT, { ...HOUR, id: 'visit' }], 'earning.1.id'],
    ['that pays one deed by two rules', [VISIT, { ...VISIT, id: 'more' }], 'earning.1.kinds'],
    [
      'that pays a kind of passbook twice',
      [{ ...VISIT, kinds: ['volunteer', 'volunteer'] }],
      'earning.0.kinds',
    ],
    ['with a rule that pays nothing', [{ ...VISIT, points: 0 }], 'earning.0.points'],
    ['with levels where none count', [{ ...HOUR, levels: AWARD.levels }], 'earning.0.points'],
    ['with an award of no level', [{ ...AWARD, levels: [] }], 'earning.0.levels'],
    ['with a level twice', [{ ...AWARD, levels: [...AWARD.levels, ...AWARD.levels] }], 'earning.0.levels'],
    ['with an award that also pays by itself', [{ ...AWARD, points: 1 }], 'earning.0.levels'],
    ['with an award in another category', [{ ...AWARD, category: 'basic' }], 'earning.0.category'],
    ['with a cap that nobody would keep', [{ ...VISIT, dailyCap: 500 }], 'earning.0.dailyCap'],
  ] as const)('%s', (_what, earning, path) => {
    const card = cardOf(earning.map((rule) => ({ ...rule }) as EarningRule));
    expect(detailsOf(() => checkCard(card))).toEqual({ code: 'BAD_INPUT', details: { path } });
  });

  it('with a reward priced twice', () => {
    const card = { ...CARD, prices: [priced('a'), priced('b'), priced('a')] };
    expect(detailsOf(() => checkCard(card))).toEqual({
      code: 'BAD_INPUT',
      details: { path: 'prices.2.rewardId' },
    });
  });

  it('and else accepted', () => {
    expect(() => checkCard(CARD)).not.toThrow();
    expect(() => checkCard(cardOf([{ ...HOUR, dailyCap: 800 }]))).not.toThrow();
  });
});
