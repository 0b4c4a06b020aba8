import type { Instant } from '../../types/day';
import type { Line, Passbook, Refusal, Undo } from '../../types/entities';
import { BankError } from '../../types/errors';
import type { PassbookStep } from '../bank/ledger';
import { dropStep, setAsideStep, takeBackStep } from '../bank/takeBack';
import { getPassbook } from '../store/passbooks';
import { freeHeldPoints } from './order';
import { takeStep } from './passbookStep';

/** Releasing orders to cover what is taken back may be overtaken by whoever spends at the same time. */
const MOST_ROUNDS = 4;

/** What is taken back of a record that credited points: its line, and how it is done. */
export interface TakenBack {
  /** Null where nothing was credited. */
  line: Line | null;
  undo: Undo;
  /** The page on which the record's chain began. */
  pageNo: number;
  passbookId: string;
}

/**
 * Sets aside what was credited, before it is decided that it goes: open orders are cancelled if need be, the
 * newest first. Safe to repeat.
 * @param passbook as just read
 * @returns why nothing can come of it, or null: then what is to be taken back is held
 * @throws BankError BUSY
 */
export async function setAside(taken: TakenBack, passbook: Passbook, now: Instant): Promise<Refusal | null> {
  const { line, undo, pageNo } = taken;
  const step = line && setAsideStep(line, undo);
  if (!step) return null;
  let current = passbook;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const refused = await takeStep(current, pageNo, () => step, now);
    if (!refused) return null;
    if (refused === 'closed') return { code: 'PASSBOOK_CLOSED', details: {} };
    if (refused !== 'points') break;
    current = await requirePassbook(passbook._id);
    const { by, at, requestId } = undo;
    const missing = await freeHeldPoints(current, step.held, { by, at, requestId });
    if (missing > 0) return { code: 'POINTS_SPENT', details: { missing } };
    current = await requirePassbook(passbook._id);
  }
  throw new BankError('BUSY', {});
}

/**
 * Posts the reversing line of what was set aside. Safe to repeat.
 * @param build another step than the line's own, where more is taken back than points
 */
export async function reverse(
  { line, undo, pageNo, passbookId }: TakenBack,
  now: Instant,
  build: ((passbook: Passbook) => PassbookStep) | null = line && (() => takeBackStep(line, undo)),
): Promise<void> {
  if (!build) return;
  const refused = await takeStep(await requirePassbook(passbookId), pageNo, build, now);
  if (refused) throw new Error(`${line?.id ?? passbookId}: reversing line refused (${refused})`);
}

/** Releases what a refused attempt set aside, or burns its id if it never held anything. Safe to repeat. */
export async function letGo(
  { line, undo, pageNo }: TakenBack,
  passbook: Passbook,
  now: Instant,
): Promise<void> {
  if (line) await takeStep(passbook, pageNo, (current) => dropStep(line, undo, current.holds), now);
}

async function requirePassbook(passbookId: string): Promise<Passbook> {
  const passbook = await getPassbook(passbookId);
  if (!passbook) throw new BankError('NOT_FOUND', { what: 'passbook' });
  return passbook;
}
