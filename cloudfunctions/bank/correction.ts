import type { Line } from '../../types/entities';
import { BankError } from '../../types/errors';

/** Whether a line is one that a correction may take back: what a deed earned, or what a reward cost. */
export function isCorrectable({ kind }: Pick<Line, 'kind'>): boolean {
  return kind === 'earn' || kind === 'redeem';
}

/** @throws BankError LINE_NOT_CORRECTABLE */
export function requireCorrectable(line: Line): void {
  if (!isCorrectable(line)) throw new BankError('LINE_NOT_CORRECTABLE', { kind: line.kind });
}

/** The lines among these that no line among them takes back, and that may be corrected. */
export function correctableLines(lines: readonly Line[], reversedElsewhere: ReadonlySet<string>): string[] {
  const reversed = new Set(lines.map((line) => line.reverses));
  return lines
    .filter((line) => isCorrectable(line) && !reversed.has(line.id) && !reversedElsewhere.has(line.id))
    .map((line) => line.id);
}
