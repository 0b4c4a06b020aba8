import { identity } from '../../platform/caller';
import { decideProposals } from './decideProposals';
import { expireOrders } from './expireOrders';
import { lapseVisits } from './lapseVisits';
import { sendNotices } from './sendNotices';
import { summariseDays } from './summariseDays';
import { sweep } from './sweep';
import { tellOfCards } from './tellOfCards';

/** What one waking did; for the log. */
interface Report {
  expired: number;
  lapsed: number;
  finished: number;
  decided: number;
  summarised: number;
  told: number;
  failed: string[];
}

/**
 * The bank's timer: wakes every few minutes and does what is due. The platform repeats timers, and two may run
 * at once: everything here may be done twice. Anybody but the platform's timer is turned away.
 */
export async function main(): Promise<Report | { ok: false; error: { code: 'FORBIDDEN'; details: object } }> {
  if (!identity().isTimer) return { ok: false, error: { code: 'FORBIDDEN', details: {} } };
  const now = Date.now();
  const failed: string[] = [];
  const expired = await expireOrders(now, failed);
  const lapsed = await lapseVisits(now, failed);
  const finished = await sweep(now, failed);
  const decided = await decideProposals(now, failed);
  const summarised = await summariseDays(now, failed);
  await tellOfCards(now, failed);
  const told = await sendNotices(failed);
  if (failed.length > 0) console.error('clock', failed);
  return { expired, lapsed, finished, decided, summarised, told, failed };
}
