import type { Instant } from '../../../types/day';
import type { Action } from '../../platform/serve';
import { branchName, getStreet } from '../../store/branches';
import { findCardInForce } from '../../store/rateCards';
import { findCouncils } from '../../store/councils';
import { getWithCouncils } from '../../store/passbooks';
import { upcomingVisits } from '../../store/signUps';
import type { UpcomingSession } from '../../../types/routes';
import { counted } from '../../bank/attendance';
import { councilBranches, standingRoles } from '../../bank/council';
import type { Attendance, SignUp } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import { printCover, printCurrentPage, printRateCard } from '../../bank/print';

const MOST_UPCOMING = 10;

/** Everything the first screen shows, in one call: cover, page, rate card, what is coming up. */
export const home: Action<'passbook', 'home'> = {
  may: ['anyone'],
  writes: false,
  // A role or passbook got a moment ago is looked for here first.
  knowsAfresh: true,
  async run({ input, caller, now }) {
    const { person } = caller;
    if (!person) return { person: null, passbooks: [], current: null, rateCard: null, upcoming: [] };
    if (input.passbookId) caller.requireHolding(input.passbookId);
    const shown = input.passbookId ?? person.ownPassbookId ?? person.passbooks[0]?.id;
    const { name, roles, passbooks } = person;
    const open = passbooks.find((own) => own.id === shown);
    const seatedAt = councilBranches(roles);
    if (!shown || !open) {
      const standing = standingRoles(roles, await findCouncils(seatedAt), now);
      return {
        person: { name, roles: standing },
        passbooks,
        current: null,
        rateCard: null,
        upcoming: [],
      };
    }

    const [held, card, visits] = await Promise.all([
      getWithCouncils(shown, seatedAt),
      findCardInForce(open.branchId, now, now),
      upcomingVisits(person._id, now, MOST_UPCOMING),
    ]);
    if (!held) throw new BankError('NOT_FOUND', { what: 'passbook' });
    const { passbook, holder, councils } = held;
    return {
      person: { name, roles: standingRoles(roles, councils, now) },
      passbooks,
      current: {
        cover: printCover(passbook, holder, card ?? (await namesWithoutCard(open.branchId, now))),
        page: printCurrentPage(passbook),
        olderPages: passbook.page.no - 1,
        openOrders: Object.keys(passbook.holds).filter((id) => id.startsWith('o_')),
      },
      rateCard: card && printRateCard(card),
      upcoming: visits.map(upcomingSession),
    };
  },
};

/** A branch whose first card is still to come has its name all the same. */
async function namesWithoutCard(branchId: string, now: Instant) {
  const [street, name] = await Promise.all([getStreet(), branchName(branchId, now)]);
  return { bankName: street?.bankName ?? '', branchName: name ?? '' };
}

function upcomingSession(visit: SignUp & { attendances: Attendance[] }): UpcomingSession {
  const { sessionId, passbookId, title, place, category, startsAt, endsAt, attendances } = visit;
  return { sessionId, passbookId, title, place, category, startsAt, endsAt, visit: visitOf(attendances) };
}

function visitOf(attendances: readonly Attendance[]): UpcomingSession['visit'] {
  const visit = counted(attendances);
  if (!visit) return 'expected';
  return visit.out ? 'checkedOut' : 'checkedIn';
}
