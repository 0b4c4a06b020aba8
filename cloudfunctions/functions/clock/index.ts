import { identity } from '../../platform/caller';
import { closeDays } from './closeDays';
import { decideProposals } from './decideProposals';
import { expireOrders } from './expireOrders';
import { lapseVisits } from './lapseVisits';
import { sendNotices } from './sendNotices';
import { summariseDays } from './summariseDays';
import { sweep } from './sweep';
import { tellOfCards } from './tellOfCards';

/** What one waking does, in this order: how many of each there were. */
const DUTIES = {
  expired: expireOrders,
  lapsed: lapseVisits,
  finished: sweep,
  closed: closeDays,
  decided: decideProposals,
  summarised: summariseDays,
  announced: tellOfCards,
  told: sendNotices,
};

/** For the log. */
type Report = Record<keyof typeof DUTIES, number> & { failed: string[] };

/**
 * The bank's timer: wakes every few minutes and does what is due. The platform repeats timers, and two may run
 * at once: everything here may be done twice. A duty that fails keeps no other from being done. Anybody but the
 * platform's timer is turned away.
 */
export async function main(): Promise<Report | { ok: false; error: { code: 'FORBIDDEN'; details: object } }> {
  if (!identity().isTimer) return { ok: false, error: { code: 'FORBIDDEN', details: {} } };
  const now = Date.now();
  const failed: string[] = [];
  const counts: Partial<Report> = {};
  for (const name of Object.keys(DUTIES) as (keyof typeof DUTIES)[])
    counts[name] = await DUTIES[name](now, failed).catch((error: unknown) => {
      failed.push(`${name}: ${String(error)}`);
      return 0;
    });
  if (failed.length > 0) console.error('clock', failed);
  return { ...(counts as Record<keyof typeof DUTIES, number>), failed };
}
