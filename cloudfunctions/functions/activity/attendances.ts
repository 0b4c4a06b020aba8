import type { Attendance, SignUp } from '../../../types/entities';
import type { RosterRow } from '../../../types/routes';
import { undoUntil } from '../../bank/attendance';
import type { Action } from '../../platform/serve';
import { attendancesOf } from '../../store/attendances';
import { getPassbooks } from '../../store/passbooks';
import { getPeople } from '../../store/people';
import { findCardInForce } from '../../store/rateCards';
import { getSession } from '../../store/sessions';
import { signUpsOf } from '../../store/signUps';
import { printedName } from '../../bank/print';
import { sessionCard } from './sessionCard';

/** A session's roster: who signed up, who came, who was credited what. */
export const attendances: Action<'activity', 'attendances'> = {
  may: ['teller', 'manager'],
  writes: false,
  async run({ input: { sessionId }, caller, now }) {
    const session = await getSession(sessionId);
    caller.requireAt(session.branchId);
    const [came, signUps, card] = await Promise.all([
      attendancesOf(sessionId),
      signUpsOf(sessionId),
      findCardInForce(session.branchId, session.startsAt, now),
    ]);
    const newest = newestByPassbook(came);
    const ids = [...new Set([...newest.keys(), ...signUps.map((signUp) => signUp.passbookId)])];
    const passbooks = await getPassbooks(ids);
    const people = await getPeople(passbooks.map((passbook) => passbook.holderId));
    const rows = passbooks.map((passbook) =>
      rosterRow(
        passbook._id,
        printedName(passbook, people.get(passbook.holderId) ?? null),
        passbook.kind,
        newest.get(passbook._id),
        signUps.find((signUp) => signUp.passbookId === passbook._id),
        caller.personId,
      ),
    );
    return { session: sessionCard(session, card, []), rows };
  },
};

const SHOWN = {
  in: 'in',
  lapsed: 'lapsed',
  settling: 'in',
  done: 'done',
  undoing: 'undone',
  undone: 'undone',
  refused: 'undone',
} as const;

function newestByPassbook(all: Attendance[]): Map<string, Attendance> {
  const counted = all
    .filter((attendance) => attendance.state !== 'refused')
    .sort((a, b) => a.attempt - b.attempt);
  return new Map(counted.map((attendance) => [attendance.passbookId, attendance]));
}

function rosterRow(
  passbookId: string,
  name: string,
  kind: RosterRow['kind'],
  attendance: Attendance | undefined,
  signUp: SignUp | undefined,
  reader: string,
): RosterRow {
  const state = attendance ? SHOWN[attendance.state] : 'signed';
  return {
    ...{ passbookId, name, kind, state },
    walkIn: attendance?.walkIn ?? signUp?.walkIn ?? false,
    attendanceId: attendance?._id ?? null,
    inAt: attendance?.in.at ?? null,
    outAt: attendance?.out?.at ?? null,
    points: state === 'done' ? (attendance?.credit?.points ?? 0) : 0,
    undoUntil: attendance && state !== 'undone' && isBy(reader, attendance) ? undoUntil(attendance) : null,
  };
}

// Only who made the scan takes it back alone.
function isBy(personId: string, attendance: Attendance): boolean {
  return (attendance.out ?? attendance.in).by === personId;
}
