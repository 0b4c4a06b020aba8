import { OPENING, type OpenBank, TestPerson } from '../support/testBank';
import type { InProcessCloud } from './inProcessCloud';

/** A bank on a cloud in this process, with a clock that the history moves. */
export function inProcessBank(cloud: InProcessCloud): OpenBank {
  const bank: OpenBank = {
    cloud,
    now: OPENING,
    person: (name) => new TestPerson(bank, `openid-of-${name}`),
  };
  return bank;
}
