import type { Minutes, Person } from '../../../types/entities';
import type { MinutesRow } from '../../../types/routes';
import type { Caller } from '../../platform/caller';

export function minutesRow(
  minutes: Minutes,
  people: ReadonlyMap<string, Person>,
  caller: Caller,
): MinutesRow {
  const { _id, revision, text, photoIds, votes, entered, state, confirmed } = minutes;
  return {
    id: _id,
    ...{ revision, text, photoIds, state },
    votes: Object.entries(votes).map(([seatId, choice]) => ({ seatId, choice })),
    enteredBy: people.get(entered.by)?.name ?? '',
    enteredAt: entered.at,
    isMine: caller.is(entered.by),
    confirmedBy: confirmed ? (people.get(confirmed.by)?.name ?? '') : null,
  };
}
