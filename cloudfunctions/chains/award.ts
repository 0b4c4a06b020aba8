import type { Instant } from '../../types/day';
import type { Award } from '../../types/entities';
import { BankError } from '../../types/errors';
import { awardStep } from '../bank/award';
import { settleAward } from '../store/awards';
import { getPassbook } from '../store/passbooks';
import { takeStep } from './passbookStep';

/** Credits an approved award. Safe to repeat. */
export async function finishAward(award: Award, now: Instant): Promise<Award> {
  if (award.settled) return award;
  if (award.state === 'approved') {
    const passbook = await getPassbook(award.passbookId);
    if (!passbook) throw new BankError('NOT_FOUND', { what: 'passbook' });
    const refused = await takeStep(passbook, award.pageNo, () => awardStep(award), now);
    if (refused) throw new Error(`award ${award._id}: line refused (${refused})`);
  }
  await settleAward(award._id);
  return { ...award, settled: true };
}
