import { CallError } from '../../client/cloud/CallError';
import { CorrectionsStore } from '../../client/features/desk/correctionsStore';
import { refusalWords } from '../../client/features/desk/correctionWords';
import { PassbookLinesStore } from '../../client/features/desk/passbookLinesStore';
import type { CorrectionRow, DeskPage, PrintedLine } from '../../types/routes';
import { ScriptedBank } from '../support/scriptedBank';

const AT = Date.UTC(2026, 10, 20, 2);

function line(id: string, points: number, reverses: string | null = null): PrintedLine {
  return {
    id,
    kind: reverses ? 'reverse' : points > 0 ? 'earn' : 'redeem',
    points,
    title: '洁净家园',
    category: 'basic',
    occurredAt: AT,
    bookedOn: '2026-11-20',
    contra: 'issue:basic',
    source: { kind: 'attendance', id },
    rate: null,
    reverses,
    no: 1,
    balance: 0,
  };
}

const page: DeskPage = {
  passbookId: '0211-000155-3',
  name: '周桂兰',
  kind: 'volunteer',
  status: 'active',
  balance: 300,
  held: 0,
  page: {
    no: 2,
    opening: 0,
    closing: 300,
    lines: [line('wrong', 100), line('taken', 100), line('waiting', 200), line('back', -100, 'taken')],
    turnedAt: null,
  },
  correctable: ['wrong'],
  proposed: ['waiting'],
};

const row: CorrectionRow = {
  id: 'k_1',
  passbookId: '0211-000155-3',
  name: '周桂兰',
  lineId: 'wrong',
  lineKind: 'earn',
  title: '洁净家园',
  points: 100,
  occurredAt: AT,
  reason: '扫错了人',
  state: 'proposed',
  refusal: null,
  proposedBy: '李柜员',
  proposedAt: AT,
  decidedAt: null,
};

describe('a passbook’s lines at the desk', () => {
  async function opened() {
    const bank = new ScriptedBank();
    bank.on('desk', 'lines', () => page);
    bank.on('desk', 'correct', () => row);
    const store = new PassbookLinesStore(bank.call);
    await store.load(page.passbookId);
    return { bank, store };
  }

  it('stand newest first, each with what may be done about it', async () => {
    const { store } = await opened();
    expect(store.lines.map((one) => [one.id, store.standingOf(one)])).toEqual([
      ['back', 'plain'],
      ['waiting', 'proposed'],
      ['taken', 'reversed'],
      ['wrong', 'correctable'],
    ]);
  });

  it('are proposed for correction with a reason, and looked at again', async () => {
    const { bank, store } = await opened();
    store.ask(page.page.lines[0]!);
    await store.propose();
    expect(store.reasonError).toBeDefined();
    expect(bank.count('desk.correct')).toBe(0);
    store.writeReason('  扫错了人 ');
    await store.propose();
    expect(bank.sent.find(({ asked }) => asked === 'desk.correct')).toMatchObject({
      input: { passbookId: page.passbookId, lineId: 'wrong', reason: '扫错了人' },
      purpose: 'correct:wrong',
    });
    expect(store).toMatchObject({ about: null, proposed: { id: 'wrong' } });
    expect(bank.count('desk.lines')).toBe(2);
  });

  it('keep the sheet open with what went wrong', async () => {
    const { bank, store } = await opened();
    bank.on('desk', 'correct', () => {
      throw new CallError('LINE_REVERSED', { at: AT });
    });
    store.ask(page.page.lines[0]!);
    store.writeReason('扫错了人');
    await store.propose();
    expect(store.about).not.toBeNull();
    expect(store.sending.error).toMatchObject({ code: 'LINE_REVERSED' });
  });

  it('are turned to the page before, and back to the newest', async () => {
    const { bank, store } = await opened();
    expect([store.hasEarlier, store.hasLater]).toEqual([true, false]);
    await store.turn('earlier');
    expect(bank.sent.at(-1)?.input).toEqual({ passbookId: page.passbookId, before: 2 });
    expect(store.hasLater).toBe(true);
    await store.turn('newest');
    expect(bank.sent.at(-1)?.input).toEqual({ passbookId: page.passbookId });
    expect(store.hasLater).toBe(false);
  });
});

describe('the manager’s corrections', () => {
  async function asked(approved: boolean) {
    const bank = new ScriptedBank();
    const refused: CorrectionRow = {
      ...row,
      state: 'refused',
      refusal: { code: 'POINTS_SPENT', details: { missing: 1_500 } },
    };
    let corrections = [row];
    bank.on('desk', 'corrections', () => ({ corrections }));
    const store = new CorrectionsStore(bank.call);
    await store.load('0211');
    store.ask(store.waiting[0]!, approved);
    return { bank, store, end: () => (corrections = [refused]) };
  }

  it('move from those that wait to those that are decided', async () => {
    const { bank, store } = await asked(true);
    bank.on('desk', 'decideCorrection', () => ({ ...row, state: 'approved' as const }));
    await store.decide('0211');
    expect(bank.sent.at(-1)).toMatchObject({ input: { correctionId: 'k_1', approved: true } });
    expect(store.waiting).toEqual([]);
    expect(store.settled).toMatchObject([{ state: 'approved' }]);
    expect(store.decided).toMatchObject({ id: 'k_1' });
  });

  it('say why nothing came of one whose points are spent', async () => {
    const { bank, store, end } = await asked(true);
    bank.on('desk', 'decideCorrection', () => {
      end();
      throw new CallError('POINTS_SPENT', { missing: 1_500 });
    });
    await store.decide('0211');
    expect(store.sending.error).toMatchObject({ code: 'POINTS_SPENT' });
    expect(store.waiting).toEqual([]);
    expect(refusalWords(store.settled[0]!.refusal)).toBe('花掉了，差 15 分');
  });

  it('stay as they are while the bank does not answer', async () => {
    const { bank, store } = await asked(false);
    bank.on('desk', 'decideCorrection', () => {
      throw new CallError('NETWORK', {});
    });
    await store.decide('0211');
    expect(store.waiting).toHaveLength(1);
    expect(store.deciding).not.toBeNull();
    expect(bank.count('desk.corrections')).toBe(1);
  });
});
