import type { CheckInCode } from '../../../types/code';
import type { Instant } from '../../../types/day';
import type { Attendance, Passbook, Person, Session, SignUp } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import type { ScanResult } from '../../../types/routes';
import { latest, placeKey, undoUntil } from '../../bank/attendance';
import { codeKey, readCode, requireFresh, verifyCode } from '../../bank/codes';
import { requireActive } from '../../bank/requireActive';
import type { Caller } from '../../platform/caller';
import { derive, hmac } from '../../platform/secret';
import { getForScan } from '../../store/passbooks';
import { keepSession, knownSession, rememberedSession } from '../../store/sessions';
import { printedName } from '../../bank/print';

/** Who stands before the teller, and what the bank knows of them at this session. */
export interface Scan {
  code: CheckInCode;
  session: Session;
  passbook: Passbook;
  holder: Person | null;
  name: string;
  /** The newest attempt, whatever became of it. */
  attendance: Attendance | undefined;
  signUp: SignUp | undefined;
}

/**
 * Reads a scanned code at a session. Until the code has proved itself there is one answer, CODE_INVALID.
 * Says nothing yet of whether it is fresh: a repeated request must find what it did before.
 * @throws BankError CODE_INVALID, NOT_FOUND (session), WRONG_BRANCH, SELF_DEALING
 */
export async function readScan(
  input: { sessionId: string; code: string },
  caller: Caller,
  now: Instant,
): Promise<Scan> {
  const code = readCode(input.code);
  const { sessionId } = input;
  const remembered = rememberedSession(sessionId, now);
  // Whatever is not in memory comes in the same request.
  const found = await getForScan(
    code.passbookId,
    placeKey(sessionId, code.passbookId),
    remembered ? null : sessionId,
  );
  if (found?.session) keepSession(found.session, now);
  const session = remembered ?? found?.session ?? (await knownSession(sessionId, now));
  caller.requireAt(session.branchId);
  if (!found) throw new BankError('CODE_INVALID', {});
  const { passbook, holder, attendances, signUps } = found;
  verifyCode(code, codeKey(derive, passbook._id, passbook.keyEpoch), hmac);
  if (passbook.branchId !== session.branchId)
    throw new BankError('WRONG_BRANCH', { branchId: passbook.branchId });
  caller.requireNotOwn(passbook);
  const name = printedName(passbook, holder);
  return { code, session, passbook, holder, name, attendance: latest(attendances), signUp: latest(signUps) };
}

/**
 * What a new credit asks of a scan besides being authentic.
 * @throws BankError CODE_STALE, CODE_USED, PASSBOOK_FROZEN, PASSBOOK_CLOSED
 */
export function requireCreditable({ code, passbook }: Scan, now: Instant): void {
  requireFresh(code, now);
  if (passbook.codeSteps.includes(code.step)) throw new BankError('CODE_USED', {});
  requireActive(passbook);
}

/** What the teller's screen shows of an attendance. @throws BankError its refusal, if it was refused */
export function scanResult(attendance: Attendance, { passbook, name }: Scan): ScanResult {
  if (attendance.refusal && attendance.state === 'refused')
    throw new BankError(attendance.refusal.code, attendance.refusal.details as never);
  const { credit } = attendance;
  return {
    attendanceId: attendance._id,
    passbookId: passbook._id,
    name,
    kind: passbook.kind,
    title: attendance.title,
    category: attendance.category,
    outcome: attendance.state === 'in' ? 'in' : 'credited',
    points: credit?.points ?? 0,
    minutes: credit?.inputs.basis === 'hour' ? credit.inputs.minutes : null,
    version: credit?.version ?? null,
    at: (attendance.out ?? attendance.in).at,
    undoUntil: undoUntil(attendance),
  };
}
