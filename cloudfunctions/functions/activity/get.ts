import { placeKey } from '../../bank/attendance';
import type { Action } from '../../platform/serve';
import { attendancesAt } from '../../store/attendances';
import { findCardInForce } from '../../store/rateCards';
import { getSession } from '../../store/sessions';
import { sessionCard } from './sessionCard';

export const get: Action<'activity', 'get'> = {
  may: ['anyone'],
  writes: false,
  async run({ input, caller, now }) {
    const session = await getSession(input.sessionId);
    const card = await findCardInForce(session.branchId, session.startsAt, now);
    const own = caller.person?.passbooks.map((passbook) => passbook.id) ?? [];
    const places = own.filter((passbookId) => passbookId in session.places);
    return sessionCard(
      session,
      card,
      await Promise.all(
        places.map(async (passbookId) => ({
          passbookId,
          attendances: await attendancesAt(placeKey(session._id, passbookId)),
        })),
      ),
    );
  },
};
