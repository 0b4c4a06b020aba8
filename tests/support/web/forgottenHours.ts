import { HOUR, MINUTE } from '../../../types/day';
import { type Holder, scanned } from '../scenes';
import { holdActivity, type OpenBank, TestPerson, type TestBranch } from '../testBank';
import type { WebBank } from './webBank';

/** Long enough ago for three hours and the time to check out to be over. */
const AGO = 6 * HOUR;

/** Somebody came to three hours of work this morning and left without a word; the clock has noticed. */
export async function forgetToCheckOut(bank: WebBank, branch: TestBranch, holder: Holder): Promise<void> {
  const then: OpenBank = {
    cloud: bank.cloud,
    get now() {
      return bank.now - AGO;
    },
    person: (name) => new TestPerson(then, `openid-of-${name}`),
  };
  const as = ({ openid }: TestPerson) => new TestPerson(then, openid);
  const earlier = { ...branch, bank: then, teller: as(branch.otherTeller) };
  const sessionId = await holdActivity(earlier, {
    title: '义诊',
    category: 'professional',
    basis: 'hour',
    hours: 3,
    startsIn: MINUTE,
  });
  await scanned(earlier.teller, 'checkIn', sessionId, { ...holder, person: as(holder.person) });
  await bank.cloud.fireTimer('clock', bank.now);
}
