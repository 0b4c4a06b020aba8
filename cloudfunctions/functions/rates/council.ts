import { BankError } from '../../../types/errors';
import { holderOf, partyOf, seatIds } from '../../bank/council';
import type { Action } from '../../platform/serve';
import { templates } from '../../platform/templates';
import { branchName } from '../../store/branches';
import { chartersOf, findCouncil } from '../../store/councils';
import { getPeople } from '../../store/people';
import { proposalsOf } from '../../store/proposals';
import { proposalRow } from './proposalRow';

const MOST_PROPOSALS = 50;

/** The council's room, open to everybody: charter, seats, proposals. */
export const council: Action<'rates', 'council'> = {
  may: ['anyone'],
  writes: false,
  async run({ input, caller, now }) {
    const branchId = input.branchId ?? caller.homeBranch();
    if (!branchId) throw new BankError('NOT_FOUND', { what: 'branch' });
    const [found, charters, proposals, name] = await Promise.all([
      findCouncil(branchId),
      chartersOf(branchId),
      proposalsOf(branchId, MOST_PROPOSALS),
      branchName(branchId, now),
    ]);
    const seats = found ? seatIds(found.charter) : [];
    const holders = new Map(seats.map((seatId) => [seatId, found && holderOf(found, seatId, now)]));
    const people = await getPeople([
      ...[...holders.values()].flatMap((holder) => holder ?? []),
      ...proposals.map((proposal) => proposal.proposed.by),
    ]);
    return {
      branchId,
      branchName: name ?? '',
      charter: found?.charter ?? null,
      charters: charters.map(
        ({ version, act, seats, quorumPercent, majorityPercent, publicityDays, meetingDay, termMonths }) => ({
          version,
          at: act.at,
          terms: { seats, quorumPercent, majorityPercent, publicityDays, meetingDay, termMonths },
        }),
      ),
      seats: seats.map((seatId) => {
        const holder = holders.get(seatId) ?? null;
        return {
          seatId,
          party: partyOf(seatId),
          name: holder && (people.get(holder)?.name ?? ''),
          until: holder ? (found?.seats[seatId]?.until ?? null) : null,
          isMine: holder !== null && caller.is(holder),
        };
      }),
      proposals: proposals.map((proposal) => proposalRow(proposal, people)),
      templates: templates(),
    };
  },
};
