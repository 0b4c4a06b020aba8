import { NoticeStore } from '../../client/features/passbook/pages/closings/noticeStore';
import { restOfHash, shortHash } from '../../client/shortHash';
import type { PublishedClosing } from '../../types/closing';
import { addDays } from '../../types/day';
import { ScriptedBank } from '../support/scriptedBank';

const TODAY = '2026-11-20';

function published(branchId: string, back: number): PublishedClosing {
  const day = addDays(TODAY, -back);
  return {
    _id: `${branchId}#${day}`,
    branchId,
    day,
    opening: 0,
    issued: { outstanding: 0, professional: 0, basic: 0 },
    redeemed: [],
    corrected: 0,
    expired: 0,
    donated: 0,
    imported: 0,
    outstanding: 0,
    held: 0,
    passbooks: 1,
    previousHash: '',
    hash: 'f'.repeat(64),
    closedAt: 0,
    isBalanced: true,
  };
}

function board() {
  const bank = new ScriptedBank();
  bank.on('passbook', 'closings', ({ branchId = '0211', before }) => {
    const all = [0, 1, 2]
      .map((back) => published(branchId, back))
      .filter(({ day }) => !before || day < before);
    return { branchId, branchName: `${branchId} 储蓄所`, closings: all.slice(0, 2), more: all.length > 2 };
  });
  return new NoticeStore(bank.call);
}

it('hangs out the newest day, another when it is chosen, and the newest again at another branch', async () => {
  const store = board();
  await store.load('0211');
  expect(store.shown!.day).toBe(TODAY);
  await store.loadEarlier();
  expect(store.closings).toHaveLength(3);
  expect(store.more).toBe(false);
  store.choose(addDays(TODAY, -2));
  expect(store.shown!.day).toBe(addDays(TODAY, -2));
  await store.load('0212');
  expect(store).toMatchObject({ branchName: '0212 储蓄所', shown: { _id: `0212#${TODAY}` } });
});

it('prints the whole code of a day, in fours', () => {
  const hash = '0123456789abcdef'.repeat(4);
  expect(shortHash(hash)).toBe('0123 4567 89AB CDEF');
  expect(`${shortHash(hash)} ${restOfHash(hash)}`.replaceAll(' ', '').toLowerCase()).toBe(hash);
});
