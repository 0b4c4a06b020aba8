import { SETTLE_TIME } from '../../bank/attendance';
import { printedName } from '../../bank/print';
import type { Action } from '../../platform/serve';
import { lapsedAt } from '../../store/attendances';
import { getPassbooks } from '../../store/passbooks';
import { getPeople } from '../../store/people';

const MOST_ROWS = 100;

/** Check-outs that were forgotten at a branch, whose hours are still to be confirmed; the oldest first. */
export const lapsed: Action<'desk', 'lapsed'> = {
  may: ['teller', 'manager'],
  writes: false,
  async run({ input: { branchId }, caller }) {
    caller.requireAt(branchId);
    const found = await lapsedAt(branchId, MOST_ROWS);
    const [passbooks, people] = await Promise.all([
      getPassbooks([...new Set(found.map((attendance) => attendance.passbookId))]),
      getPeople(found.flatMap((attendance) => [attendance.holderId, attendance.in.by])),
    ]);
    return {
      rows: found.map((attendance) => {
        const { _id, passbookId, kind, title, category, startsAt, endsAt, lapse } = attendance;
        const passbook = passbooks.find((book) => book._id === passbookId);
        return {
          attendanceId: _id,
          ...{ passbookId, kind, title, category, startsAt, endsAt },
          name: passbook ? printedName(passbook, people.get(attendance.holderId) ?? null) : '',
          inAt: attendance.in.at,
          planned: lapse?.planned ?? 0,
          checkedInBy: people.get(attendance.in.by)?.name ?? '',
          isMine: caller.is(attendance.in.by),
          until: endsAt + SETTLE_TIME,
        };
      }),
    };
  },
};
