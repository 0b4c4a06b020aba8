import fc from 'fast-check';
import { correctableLines, requireCorrectable } from '../../cloudfunctions/bank/correction';
import {
  burnStep,
  holdPoints,
  holdStepId,
  judge,
  postLine,
  reverseLine,
} from '../../cloudfunctions/bank/ledger';
import { dropStep, nextUndo, setAsideStep, takeBackStep, undoId } from '../../cloudfunctions/bank/takeBack';
import { lineOf } from '../support/arbitraries';
import { live, NEW_BOOK, take } from '../support/book';
import { detailsOf } from '../support/refusal';

const act = { by: 'p_manager', at: 7, requestId: 'request-0000000000' };
const amount = fc.integer({ min: 1, max: 100_000 });

describe('taking a line back', () => {
  it('leaves the balance as if it had never been, and the line readable; the reason is printed', () => {
    fc.assert(
      fc.property(amount, fc.boolean(), (points, earned) => {
        const line = lineOf('deed', earned ? points : -points);
        const before = live(NEW_BOOK, [postLine(lineOf('import', 100_000))]);
        const undo = nextUndo(null, act, { id: 'k_1', reason: '记错了人' });
        const setAside = setAsideStep(line, undo);
        expect(setAside !== null).toBe(earned);
        const steps = [postLine(line), ...(setAside ? [setAside] : []), takeBackStep(line, undo)];
        const { passbook } = live(before, steps);
        expect(passbook).toMatchObject({ balance: 100_000, held: 0, available: 100_000, holds: {} });
        expect(passbook.page.lines.slice(1)).toMatchObject([
          { id: 'deed' },
          { kind: 'reverse', reverses: 'deed', points: -line.points, reason: '记错了人', occurredAt: 7 },
        ]);
      }),
    );
  });

  it('refused, holds nothing and never will, whether its hold came in time, late or not at all', () => {
    const line = lineOf('deed', 500);
    const undo = nextUndo(null, act);
    const hold = setAsideStep(line, undo)!;
    const credited = live(NEW_BOOK, [postLine(line)]);
    for (const begun of [credited, live(credited, [hold])]) {
      const dropped = live(begun, [dropStep(line, undo, begun.passbook.holds)]);
      expect(take(dropped, hold).book.passbook).toMatchObject({ held: 0, available: 500, holds: {} });
    }
  });

  it('has an id of its own for each attempt', () => {
    const first = nextUndo(null, act);
    const second = nextUndo({ ...first, refusal: { code: 'POINTS_SPENT', details: { missing: 1 } } }, act);
    expect(second).toMatchObject({ attempt: 2, refusal: null, correction: null });
    expect(undoId('deed', second)).not.toBe(undoId('deed', first));
    const burnt = live(NEW_BOOK, [
      postLine(lineOf('deed', 500)),
      burnStep(holdStepId(undoId('deed', first))),
    ]);
    expect(judge(burnt.passbook, holdPoints(undoId('deed', first), 500))).toBe('burnt');
    expect(judge(burnt.passbook, holdPoints(undoId('deed', second), 500))).toBe('ready');
  });
});

describe('a correction', () => {
  const [earned, spent] = [lineOf('earned', 500), lineOf('spent', -200)];
  const reversal = reverseLine(earned, 'earned:undo1', 1);

  it('is for what a deed earned or a reward cost, never for a reversal or what was given away', () => {
    for (const line of [earned, spent]) expect(() => requireCorrectable(line)).not.toThrow();
    for (const line of [
      reversal,
      { ...spent, kind: 'donate' as const },
      { ...earned, kind: 'import' as const },
    ])
      expect(detailsOf(() => requireCorrectable(line))).toEqual({
        code: 'LINE_NOT_CORRECTABLE',
        details: { kind: line.kind },
      });
  });

  it('is offered for a line that nothing takes back, on this page or elsewhere', () => {
    expect(correctableLines([earned, spent], new Set())).toEqual(['earned', 'spent']);
    expect(correctableLines([earned, spent, reversal], new Set())).toEqual(['spent']);
    expect(correctableLines([earned, spent], new Set(['spent']))).toEqual(['earned']);
  });
});
