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

  it('tells old and new for deeds, awards and orders', () => {
    const impact = replay(
      [
        day({
          deeds: [deed({ count: 3, points: 150 })],
          awards: [{ ruleId: 'awards', level: 'a', count: 1, points: 1000 }],
          orders: [{ rewardId: 'r1', lots: 2, points: 12_000 }],
        }),
      ],
      draft,
      standing,
      '2026-11-01',
      '2026-11-14',
    );
    expect(impact.issued).toEqual({ before: 1150, after: 2300 });
    expect(impact.redeemed).toEqual({ before: 12_000, after: 10_000 });
    expect(impact.rewards[0]).toMatchObject({ lots: 2, costCents: 7000, weeksOfStock: 10 });
    expect(impact).toMatchObject({ outstanding: 12_300, stockWorth: 50_000, deeds: 4 });
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
