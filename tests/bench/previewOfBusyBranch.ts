import { TestBank } from '../support/testBank';
import { openBusyBranch } from './busyBranch';
import { type Figure, timeInvocation } from './figure';
import { timePreviews } from './timePreviews';

const GOAL = 10_000;

/** What the platform gives the clock for one waking. */
const WAKING = 60_000;

/** The preview on a branch with 100,000 attendances, all summarised by the clock but today's. */
export async function previewOfBusyBranch(): Promise<Figure[]> {
  const bank = await TestBank.open();
  try {
    const { manager, branchId } = await openBusyBranch(bank);
    const wakings: Figure[] = [];
    for (let summarised = 1; summarised > 0;) {
      const { result, ...figure } = await timeInvocation('', WAKING, () =>
        bank.cloud.fireTimer<{ summarised: number; failed: string[] }>('clock', bank.now),
      );
      if (result.failed.length > 0) throw new Error(result.failed.join());
      wakings.push({ ...figure, what: `the clock’s waking that summarises ${result.summarised} days of it` });
      summarised = result.summarised;
    }
    const where = 'on a branch with 100,000 attendances in 90 days';
    return [...wakings, ...(await timePreviews(bank, manager.openid, branchId, where, GOAL))];
  } finally {
    await bank.stop();
  }
}
