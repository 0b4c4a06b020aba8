import { CallError } from '../../client/cloud/CallError';
import { ClosingsStore } from '../../client/features/desk/closingsStore';
import { differenceWords } from '../../client/features/desk/books/differenceWords';
import { closingFigures, inTransitFigure } from '../../client/books/closingFigures';
import type { ClosingRow, Difference } from '../../types/closing';
import { addDays } from '../../types/day';
import { later, ScriptedBank } from '../support/scriptedBank';

const TODAY = '2026-11-20';

const unsourced: Difference = {
  what: 'unsourced',
  document: '0211-000155-3',
  lineId: 'line-of-nothing',
  found: 500,
  expected: null,
};

function closing(day: string, more: Partial<ClosingRow> = {}): ClosingRow {
  return {
    _id: `0211#${day}`,
    branchId: '0211',
    day,
    opening: 1_000,
    issued: { outstanding: 2_000, professional: 0, basic: 200 },
    redeemed: [{ rewardId: 'masks', name: '口罩', providerId: 'market', lots: 2, points: -1_000 }],
    corrected: -100,
    expired: 0,
    donated: 0,
    imported: 0,
    outstanding: 2_100,
    held: 500,
    passbooks: 2,
    lines: 5,
    inTransit: [],
    differences: [],
    previousHash: '',
    hash: 'a'.repeat(64),
    closedAt: 0,
    ...more,
  };
}

/** A bank with so many closings, newest first, some to a call. */
function bankWith(days: readonly ClosingRow[], some = 3) {
  const bank = new ScriptedBank();
  bank.on('desk', 'closings', ({ branchId, before }) => {
    const found = days.filter((each) => each.branchId === branchId && (!before || each.day < before));
    return { closings: found.slice(0, some), more: found.length > some };
  });
  return { bank, store: new ClosingsStore(bank.call) };
}

const days = (count: number) => Array.from({ length: count }, (_, back) => closing(addDays(TODAY, -back)));

it('adds a day up as it stands in the books: what came in and went out, and what is left', () => {
  const figures = closingFigures(closing(TODAY));
  expect(figures.map(({ name, points }) => [name, points])).toEqual([
    ['承前', 1_000],
    ['发放', 2_200],
    ['兑换', -1_000],
    ['其他进出', -100],
    ['结余', 2_100],
    ['其中冻结', 500],
  ]);
  const [opening, issued, redeemed, others, outstanding] = figures;
  expect(opening!.points + issued!.points + redeemed!.points + others!.points).toBe(outstanding!.points);
  expect(issued!.parts.map(({ name }) => name)).toEqual(['突出贡献', '基本活动']);
  expect(redeemed!.parts).toEqual([{ name: '口罩 2 份', points: -1_000 }]);
  expect(inTransitFigure([]).parts).toEqual([]);
});

it('turns back to the first day, each day once', async () => {
  const { store } = bankWith(days(7));
  await store.load('0211');
  while (store.more) await store.loadEarlier();
  expect(store.closings!.map(({ day }) => day)).toEqual(days(7).map(({ day }) => day));
});

it('raises the alarm for a difference of the latest days only', async () => {
  const list = days(9).map((each, back) => ({
    ...each,
    differences: back === 6 || back === 7 ? [unsourced] : [],
  }));
  const { store } = bankWith(list, 31);
  await store.load('0211');
  expect(store.alarming.map(({ day }) => day)).toEqual([addDays(TODAY, -6)]);
});

it('shows nothing of a branch under the name of another', async () => {
  const { bank, store } = bankWith([]);
  const slow = later<{ closings: ClosingRow[]; more: boolean }>();
  bank.on('desk', 'closings', ({ branchId }) =>
    branchId === '0211' ? slow.promise : { closings: [closing(TODAY, { branchId: '0212' })], more: false },
  );
  const first = store.load('0211');
  const second = store.load('0212');
  slow.come({ closings: [closing(TODAY)], more: false });
  await Promise.all([first, second]);
  expect(store.closings!.map(({ branchId }) => branchId)).toEqual(['0212']);
});

it('keeps what is shown when the days before have no answer', async () => {
  const { bank, store } = bankWith(days(4));
  await store.load('0211');
  bank.on('desk', 'closings', () => {
    throw new CallError('NETWORK', {});
  });
  await store.loadEarlier();
  expect(store.goingBack.error).toMatchObject({ code: 'NETWORK' });
  expect(store.closings).toHaveLength(3);
  expect(store.more).toBe(true);
});

it('names the document and what is wrong with it, in words', () => {
  const says = (what: Difference['what'], more: Partial<Difference> = {}) =>
    differenceWords({ ...unsourced, what, found: 500, expected: 200, ...more });
  expect(says('unsourced')).toMatchObject({ title: '有账无据', line: '流水 line-of-nothing' });
  expect(says('missing', { document: 'visit' }).detail).toContain('记录 visit 应当记 2\u00a0分');
  for (const what of ['unsourced', 'amount', 'balance'] as const)
    expect(says(what).detail).toContain('存折 0211-000155-3');
  expect(says('amount').detail).toMatch(/5.分.*2.分/);
  expect(says('rate', { expected: null }).detail).toContain('找不到');
  expect(says('opening', { lineId: null })).toMatchObject({ title: '承前不符', line: '' });
});
