import groupBy from 'lodash/groupBy';
import sumBy from 'lodash/sumBy';
import type { Day, Instant } from '../../types/day';
import type { Attendance, DaySummary, DeedCount } from '../../types/entities';
import { attendancesOn, awardsDecidedOn, ordersEndedOn } from '../store/summaries';

/** Counts one day of a branch from its source records. Reads only. */
export async function summarise(branchId: string, day: Day, now: Instant): Promise<DaySummary> {
  const [attendances, awards, orders] = await Promise.all([
    attendancesOn(branchId, day),
    awardsDecidedOn(branchId, day),
    ordersEndedOn(branchId, day),
  ]);
  return {
    _id: `${branchId}#${day}`,
    branchId,
    day,
    takenAt: now,
    deeds: countDeeds(attendances.filter((attendance) => attendance.state === 'done')),
    awards: gather(
      awards.filter((award) => award.state === 'approved'),
      (award) => `${award.ruleId}|${award.level}`,
      ([first, ...more]) => ({
        ruleId: first.ruleId,
        level: first.level,
        count: 1 + more.length,
        points: sumBy([first, ...more], (award) => award.credit.points),
      }),
    ),
    orders: gather(
      orders.filter((order) => order.state === 'confirmed'),
      (order) => order.rewardId,
      (group) => ({
        rewardId: group[0].rewardId,
        lots: sumBy(group, (order) => order.lots),
        points: sumBy(group, (order) => order.points),
      }),
    ),
  };
}

/** Visits count one by one; hours by passbook, since the day's cap spans its sessions. */
function countDeeds(attendances: Attendance[]): DeedCount[] {
  const days = gather(
    [...attendances].sort((a, b) => a.in.at - b.in.at),
    ({ basis, category, kind, passbookId, _id }) =>
      `${category}|${basis}|${kind}|${basis === 'hour' ? passbookId : _id}`,
    (group): DeedCount => {
      const { category, basis, kind } = group[0];
      const minutes = group.flatMap(({ credit }) =>
        credit?.inputs.basis === 'hour' ? credit.inputs.minutes : [],
      );
      return {
        category,
        basis,
        kind,
        minutes,
        count: 1,
        points: sumBy(group, ({ credit }) => credit?.points ?? 0),
      };
    },
  );
  return gather(
    days,
    ({ category, basis, kind, minutes }) => `${category}|${basis}|${kind}|${minutes.join(',')}`,
    (group) => ({ ...group[0], count: group.length, points: sumBy(group, (deed) => deed.points) }),
  );
}

function gather<T, R>(items: readonly T[], keyOf: (item: T) => string, make: (group: [T, ...T[]]) => R): R[] {
  return Object.values(groupBy(items, keyOf)).map((group) => make(group as [T, ...T[]]));
}
