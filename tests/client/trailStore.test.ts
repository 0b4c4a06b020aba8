import { ACT_KINDS, type ActRow } from '../../types/act';
import { aboutWords, actName, changeWords, sentenceForHolder } from '../../client/books/actWords';
import { ActsStore } from '../../client/features/passbook/pages/acts/actsStore';
import { TrailStore } from '../../client/features/desk/books/trailStore';
import { later, ScriptedBank } from '../support/scriptedBank';

/** Five past two in the afternoon of 20 November in Shanghai. */
const THEN = Date.UTC(2026, 10, 20, 6, 5);
const DAY = 86_400_000;

function act(id: string, more: Partial<ActRow> = {}): ActRow {
  return {
    id,
    what: 'checkIn',
    at: THEN,
    by: '李柜员',
    about: '洁净家园',
    passbookId: '0211-000155-3',
    reason: '',
    points: 100,
    before: '',
    after: 'in',
    ...more,
  };
}

/** A branch with these acts, newest first, two to a call. */
function trailOf(acts: readonly ActRow[]) {
  const bank = new ScriptedBank();
  bank.on('desk', 'trail', ({ before }) => {
    const found = acts.filter(({ at }) => before === undefined || at < before);
    return { acts: found.slice(0, 2), more: found.length > 2 };
  });
  return { bank, store: new TrailStore(bank.call) };
}

it('goes back to the first act and leaves none out, also when two were done at one moment', async () => {
  const { store } = trailOf([act('a', { at: THEN + 1 }), act('b'), act('c'), act('d', { at: THEN - DAY })]);
  await store.load('0211');
  while (store.pages.more) await store.pages.loadEarlier();
  expect(store.pages.acts!.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  expect(store.pages.days.map(({ day, acts }) => [day, acts.length])).toEqual([
    ['2026-11-20', 3],
    ['2026-11-19', 1],
  ]);
});

it('shows nothing of a branch under the name of another', async () => {
  const { bank, store } = trailOf([]);
  const slow = later<{ acts: ActRow[]; more: boolean }>();
  bank.on('desk', 'trail', ({ branchId }) =>
    branchId === '0211' ? slow.promise : { acts: [act('there')], more: false },
  );
  const first = store.load('0211');
  const second = store.load('0212');
  slow.come({ acts: [act('here')], more: true });
  await Promise.all([first, second]);
  expect(store.pages.acts!.map(({ id }) => id)).toEqual(['there']);
});

it('asks for the acts on the passbook that is open', async () => {
  const bank = new ScriptedBank();
  bank.on('passbook', 'acts', ({ passbookId }) => ({ acts: [act(`on ${passbookId}`)], more: false }));
  const store = new ActsStore(bank.call);
  await store.load('0211-000155-3');
  await store.load('0211-000010-2');
  expect(store.pages.acts!.map(({ id }) => id)).toEqual(['on 0211-000010-2']);
});

it('has a word of its own for every act', () => {
  const names = ACT_KINDS.map((what) => actName({ what }));
  expect(new Set(names).size).toBe(ACT_KINDS.length);
  expect(names.join('')).toMatch(/^[\u4e00-\u9fff]+$/);
});

it('tells a holder who did what and when, in a sentence', () => {
  expect(sentenceForHolder(act('in'))).toBe('李柜员 14:05 为您签到：洁净家园');
  expect(sentenceForHolder(act('cap', { after: 'refused' }))).toBe(
    '李柜员 14:05 为您签到：洁净家园（没有记上）',
  );
  expect(sentenceForHolder(act('clock', { what: 'undoAttendance', by: 'clock' }))).toBe(
    '银行系统 14:05 撤销了您的签到：洁净家园',
  );
});

it('says what was before and what after', () => {
  expect(changeWords(act('freeze', { what: 'freeze', before: 'active', after: 'frozen' }))).toBe(
    '正常 → 已冻结',
  );
  expect(changeWords(act('stock', { what: 'receiveStock', after: '+20' }))).toBe('+20');
  const seat = act('seat', { what: 'vacateSeat', about: 'resident-2', before: '高大爷', after: '' });
  expect(changeWords(seat)).toBe('高大爷 → 空席');
  expect(aboutWords(seat)).toBe('居民代表 第 2 席');
});
