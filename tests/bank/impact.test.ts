import fc from 'fast-check';
import { type Draft, earnedInADay, replay } from '../../cloudfunctions/bank/impact';
import type { DaySummary, DeedCount, EarningRule } from '../../types/entities';

const rule = (more: Partial<EarningRule>): EarningRule => ({
  id: 'rule',
  category: 'basic',
  basis: 'visit',
  kinds: ['volunteer'],
  points: 100,
  roundToMinutes: 30,
  dailyCap: 0,
  levels: [],
  ...more,
});

const hours = rule({ id: 'hours', category: 'professional', basis: 'hour', points: 200, dailyCap: 800 });
const draft: Draft = {
  earning: [
    rule({ id: 'visits' }),
    hours,
    rule({
      id: 'awards',
      category: 'outstanding',
      basis: 'award',
      points: 0,
      levels: [{ level: 'a', title: '表扬', points: 2000 }],
    }),
  ],
  prices: [
    {
      rewardId: 'r1',
      name: '大米',
      kind: 'goods',
      lot: '5 kg',
      points: 5000,
      providerId: 'c',
      providerName: '柜台',
    },
  ],
};
const deed = (more: Partial<DeedCount>): DeedCount => ({
  category: 'basic',
  basis: 'visit',
  kind: 'volunteer',
  minutes: [],
  count: 1,
  points: 100,
  ...more,
});
const day = (more: Partial<DaySummary>): DaySummary => ({
  _id: '0211#2026-11-01',
  branchId: '0211',
  day: '2026-11-01',
  takenAt: 0,
  deeds: [],
  awards: [],
  orders: [],
  ...more,
});
const standing = {
  rewards: [
    {
      _id: 'r1',
      name: '大米',
      lot: '5 kg',
      costCents: 3500,
      stock: { received: 20, onHand: 10, held: 0, handedOver: 10, writtenOff: 0 },
    },
  ],
  outstanding: 12_300,
};

describe('the impact of a draft', () => {
  const fortnight = (more: Partial<DaySummary>, rewards = standing.rewards) =>
    replay([day(more)], draft, { ...standing, rewards }, '2026-11-01', '2026-11-14');

  it('counts as the bank counts: rounding and the day’s cap included', () => {
    const ofHours = (...minutes: number[]) =>
      earnedInADay(draft, deed({ category: 'professional', basis: 'hour', minutes }));
    expect(ofHours(59)).toBe(100);
    expect(ofHours(160)).toBe(500);
    expect(ofHours(200, 200)).toBe(800);
  });

  it('never earns more on a day than the cap', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 6 }), (minutes) => {
        expect(
          earnedInADay(draft, deed({ category: 'professional', basis: 'hour', minutes })),
        ).toBeLessThanOrEqual(800);
      }),
    );
  });

  it('tells who gains and who loses: each kind of passbook in each category that had deeds', () => {
    const { groups, byCategory, deeds, issued } = fortnight({
      deeds: [
        deed({ count: 3, points: 150 }),
        deed({ count: 2, points: 80 }),
        deed({ kind: 'enterprise', count: 4, points: 500 }),
        deed({ category: 'professional', basis: 'hour', minutes: [60, 90], count: 2, points: 700 }),
      ],
      awards: [
        { ruleId: 'awards', level: 'a', count: 2, points: 3_000 },
        // The draft has no such level, no such award, no such rule.
        { ruleId: 'awards', level: 'b', count: 1, points: 100 },
        { ruleId: 'visits', level: 'a', count: 1, points: 10 },
        { ruleId: 'withdrawn', level: 'a', count: 3, points: 5 },
      ],
    });
    expect(groups).toEqual([
      { kind: 'volunteer', category: 'professional', deeds: 4, before: 700, after: 1_000 },
      { kind: 'volunteer', category: 'basic', deeds: 5, before: 230, after: 500 },
      // The draft has no rule for enterprises.
      { kind: 'enterprise', category: 'basic', deeds: 4, before: 500, after: 0 },
    ]);
    expect(byCategory).toEqual([
      { category: 'outstanding', before: 3_115, after: 4_000 },
      { category: 'professional', before: 700, after: 1_000 },
      { category: 'basic', before: 730, after: 500 },
    ]);
    expect(issued).toEqual({ before: 4_545, after: 5_500 });
    expect(deeds).toBe(4 + 5 + 4 + 7);
  });

  it('tells of each reward what it cost, would cost, and how long the stock would last', () => {
    const tea = { ...standing.rewards[0]!, _id: 'r2', name: '茶叶', lot: '1 盒', costCents: 2_000 };
    const impact = fortnight(
      {
        orders: [
          { rewardId: 'r1', lots: 2, points: 12_000 },
          { rewardId: 'r1', lots: 1, points: 6_000 },
          { rewardId: 'r2', lots: 7, points: 700 },
        ],
      },
      [...standing.rewards, tea, { ...tea, _id: 'r3', name: '雨伞' }],
    );
    const own = { lot: '1 盒', after: null, onHand: 10 };
    expect(impact.rewards).toEqual([
      {
        ...{ rewardId: 'r1', name: '大米', lot: '5 kg', lots: 3, before: 18_000, after: 15_000 },
        ...{ costCents: 10_500, onHand: 10, weeksOfStock: 6.7 },
      },
      { ...own, rewardId: 'r2', name: '茶叶', lots: 7, before: 700, costCents: 14_000, weeksOfStock: 2.9 },
      { ...own, rewardId: 'r3', name: '雨伞', lots: 0, before: 0, costCents: 0, weeksOfStock: null },
    ]);
    expect(impact.redeemed).toEqual({ before: 18_700, after: 15_000 });
    expect(impact).toMatchObject({
      ...{ from: '2026-11-01', until: '2026-11-14', outstanding: 12_300, stockWorth: 50_000 },
    });
  });

  it('is the same however days are gathered', () => {
    const deeds = fc.array(
      fc.record({
        minutes: fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 3 }),
        points: fc.integer({ min: 0, max: 800 }),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(deeds, (all) => {
        const counts = all.map((one) => deed({ category: 'professional', basis: 'hour', ...one }));
        const together = replay([day({ deeds: counts })], draft, standing, '2026-11-01', '2026-11-02');
        const apart = replay(
          counts.map((one) => day({ deeds: [one] })),
          draft,
          standing,
          '2026-11-01',
          '2026-11-02',
        );
        expect(apart).toEqual(together);
      }),
    );
  });
});
