import type { Act, Line, Undo } from '../../types/entities';
import {
  burnStep,
  holdPoints,
  holdStepId,
  type PassbookStep,
  postLine,
  releasePoints,
  reverseLine,
  settleHold,
} from './ledger';

/** Each attempt at taking a record back has its own id, as one may be refused. */
export function undoId(sourceId: string, undo: Pick<Undo, 'attempt'>): string {
  return `${sourceId}:undo${undo.attempt}`;
}

/** The next attempt at taking a record back. */
export function nextUndo(before: Undo | null, act: Act, correction: Undo['correction'] = null): Undo {
  return { ...act, attempt: (before?.attempt ?? 0) + 1, refusal: null, correction };
}

/** What was credited is set aside first, so that it cannot be spent while it is taken back; null for what cost. */
export function setAsideStep(line: Line, undo: Undo): PassbookStep | null {
  return line.points > 0 ? holdPoints(undoId(line.id, undo), line.points) : null;
}

/** The step that takes a line back: what was set aside goes out, what was paid comes in. */
export function takeBackStep(line: Line, undo: Undo): PassbookStep {
  const id = undoId(line.id, undo);
  const reversing = reverseLine(line, id, undo.at, undo.correction?.reason);
  return line.points > 0 ? settleHold(id, reversing) : postLine(reversing);
}

/**
 * The step after which a refused attempt holds nothing and never will.
 * @param holds of the passbook as it is
 */
export function dropStep(line: Line, undo: Undo, holds: Record<string, number>): PassbookStep {
  const id = undoId(line.id, undo);
  return id in holds ? releasePoints(id, line.points) : burnStep(holdStepId(id));
}
