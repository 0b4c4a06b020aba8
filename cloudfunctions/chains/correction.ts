import type { Instant } from '../../types/day';
import type { Act, Correction, Line, Refusal, Undo } from '../../types/entities';
import { BankError } from '../../types/errors';
import { getAttendance } from '../store/attendances';
import { getAward } from '../store/awards';
import { getCorrection, moveCorrection } from '../store/corrections';
import { getOrder } from '../store/orders';
import { getPassbook } from '../store/passbooks';
import { settle, takeBack } from './attendance';
import { finishAward, takeAwardBack } from './award';
import { finishOrder, takeOrderBack } from './order';

/** A line's source with its own chain complete, and how it is taken back. */
interface Source {
  undo: Undo | null;
  isUndone: boolean;
  takeBack(act: Act, correction: Undo['correction']): Promise<Pick<Source, 'undo' | 'isUndone'>>;
}

/**
 * Carries out what was decided about a correction: completes the source's chain, then takes it back. The source's
 * own record says whether and by which correction it was taken back, so two corrections of one line end in one
 * reversal. Safe to repeat, by anybody.
 * @returns the correction as it stands then: refused if the points are spent, or the line was reversed before
 * @throws BankError BUSY when somebody else moves it at the same time
 */
export async function finishCorrection(correction: Correction, now: Instant): Promise<Correction> {
  if (correction.settled) return correction;
  const refusal = correction.state === 'approved' ? await carryOut(correction, now) : null;
  const to: Partial<Correction> = refusal ? { state: 'refused', refusal, settled: true } : { settled: true };
  if (await moveCorrection(correction, to)) return { ...correction, ...to };
  const standing = await getCorrection(correction._id);
  if (!standing?.settled) throw new BankError('BUSY', {});
  return standing;
}

/** When a line was taken back; null if it stands. */
export async function reversedAt({ source: { kind, id } }: Line): Promise<Instant | null> {
  const record = await RECORDS[kind]?.(id);
  return record?.state === 'undone' ? (record.undo?.at ?? null) : null;
}

async function carryOut({ _id, line, reason, decided }: Correction, now: Instant): Promise<Refusal | null> {
  if (!decided) throw new Error(`correction ${_id}: approved by nobody`);
  const source = await SOURCES[line.source.kind]?.(line.source.id, now);
  if (!source) throw new BankError('NOT_FOUND', { what: 'line' });
  const isOurs = source.undo?.correction?.id === _id;
  if (source.isUndone && !isOurs) return { code: 'LINE_REVERSED', details: { at: source.undo?.at ?? now } };
  const isDecided = source.isUndone || (isOurs && source.undo?.refusal);
  const ended = isDecided ? source : await source.takeBack(decided, { id: _id, reason });
  return ended.isUndone ? null : (ended.undo?.refusal ?? null);
}

const RECORDS: Partial<
  Record<Line['source']['kind'], (id: string) => Promise<{ state: string; undo: Undo | null } | null>>
> = { attendance: getAttendance, award: getAward, order: getOrder };

const SOURCES: Partial<Record<Line['source']['kind'], (id: string, now: Instant) => Promise<Source | null>>> =
  {
    async attendance(id, now) {
      const record = await getAttendance(id);
      const passbook = record && (await getPassbook(record.passbookId));
      if (!passbook) return null;
      const standing = await settle(record, passbook, now);
      return {
        ...shown(standing),
        takeBack: async (act, correction) =>
          shown(await takeBack(standing, (await getPassbook(passbook._id)) ?? passbook, act, correction)),
      };
    },
    async award(id, now) {
      const record = await getAward(id);
      if (!record) return null;
      const standing = await finishAward(record, now);
      return {
        ...shown(standing),
        takeBack: async (act, correction) => shown(await takeAwardBack(standing, act, correction)),
      };
    },
    async order(id, now) {
      const record = await getOrder(id);
      if (!record) return null;
      const standing = await finishOrder(record, now);
      return {
        ...shown(standing),
        takeBack: async (act, correction) => shown(await takeOrderBack(standing, act, correction)),
      };
    },
  };

function shown({ undo, state }: { undo: Undo | null; state: string }) {
  return { undo, isUndone: state === 'undone' };
}
