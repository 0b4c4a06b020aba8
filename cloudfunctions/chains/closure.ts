import { DAY, type Instant } from '../../types/day';
import type { Closure, Passbook, Refusal } from '../../types/entities';
import { BankError } from '../../types/errors';
import { SETTLE_TIME, UNDO_TIME } from '../bank/attendance';
import { closingStep, refusalOfClosing } from '../bank/closure';
import { burnStep, type StepRefusal } from '../bank/ledger';
import { ORDER_LIFETIME } from '../bank/order';
import { attendancesIn } from '../store/attendances';
import { openAwardsOf } from '../store/awards';
import { moveClosure } from '../store/closures';
import { standingCorrections } from '../store/corrections';
import { ordersSince } from '../store/orders';
import { getPassbook } from '../store/passbooks';
import { upcomingSignUps } from '../store/signUps';
import { takeStep } from './passbookStep';

const MOST = 1000;
/** A session lasts a day at most; its hours may be confirmed for a while after it. */
const LONGEST_ATTENDANCE = 2 * DAY + SETTLE_TIME;

/** Why a passbook can't be closed now, from all that may be open on it; null if it can. */
export async function refusalOf(passbook: Passbook, donate: boolean, now: Instant): Promise<Refusal | null> {
  const { _id, holderId } = passbook;
  const [unfinished, done, orders, signUps, awards, corrections] = await Promise.all([
    attendancesIn(_id, ['in', 'lapsed', 'settling', 'undoing'], 0, MOST),
    attendancesIn(_id, ['done', 'undone'], now - LONGEST_ATTENDANCE, MOST),
    ordersSince(_id, now - ORDER_LIFETIME - UNDO_TIME, MOST),
    upcomingSignUps(holderId, now, MOST),
    openAwardsOf(_id, MOST),
    standingCorrections(_id, MOST),
  ]);
  const standing = {
    attendances: [...unfinished, ...done],
    orders,
    signUps: signUps.filter((signUp) => signUp.passbookId === _id),
    awards: awards.filter((award) => award.state === 'proposed' || !award.settled).length,
    corrections: corrections.filter(({ state, settled }) => state === 'proposed' || !settled).length,
  };
  return refusalOfClosing(passbook, standing, donate, now);
}

/**
 * Takes the one step that empties and closes a passbook. Safe to repeat, by anybody.
 * @returns the closing as it stands then: refused if something came in between
 * @throws BankError BUSY when somebody else moves it at the same time
 */
export async function finishClosure(closure: Closure, now: Instant): Promise<Closure> {
  if (closure.settled) return closure;
  const passbook = await getPassbook(closure.passbookId);
  if (!passbook) throw new BankError('NOT_FOUND', { what: 'passbook' });
  if (closure.state === 'closing') {
    const refused = await takeStep(passbook, closure.pageNo, () => closingStep(closure), now);
    // Burnt by whoever decided against it meanwhile.
    if (refused === 'burnt') throw new BankError('BUSY', {});
    return refused ? refuse(closure, refused, now) : move(closure, { state: 'closed', settled: true });
  }
  // Decided first; now no copy of the step can land any more.
  await takeStep(passbook, closure.pageNo, () => burnStep(closure._id), now);
  return move(closure, { settled: true });
}

async function refuse(closure: Closure, refused: StepRefusal, now: Instant): Promise<Closure> {
  const { status } = (await getPassbook(closure.passbookId)) ?? { status: 'active' };
  const refusal: Refusal =
    refused === 'closed'
      ? { code: 'PASSBOOK_CLOSED', details: {} }
      : status === 'frozen'
        ? { code: 'PASSBOOK_FROZEN', details: {} }
        : { code: 'PASSBOOK_BUSY', details: { what: 'step', until: null } };
  return finishClosure(await move(closure, { state: 'refused', refusal }), now);
}

async function move(closure: Closure, to: Partial<Closure>): Promise<Closure> {
  if (!(await moveClosure(closure, to))) throw new BankError('BUSY', {});
  return { ...closure, ...to };
}
