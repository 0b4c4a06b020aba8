import { performance } from 'node:perf_hooks';
import { holdActivity, openBranch, openPassbook, showCode, TestBank } from '../support/testBank';
import type { Figure } from './figure';

const PEOPLE = 300;
const AT_ONCE = 8;

/** A teller's scans of people who signed up, through the built function and the real SDK. */
export async function checkIns(): Promise<Figure[]> {
  const bank = await TestBank.open();
  try {
    const branch = await openBranch(bank);
    const { branchId } = branch;
    const sessionId = await holdActivity(branch, { capacity: PEOPLE });
    const codes: string[] = [];
    for (let number = 1; number <= PEOPLE; number++) {
      const { person, passbookId } = await openPassbook(branch, `志愿者${number}`);
      await person.do('activity', 'signUp', { sessionId, passbookId });
      codes.push(await showCode(person, passbookId));
    }
    // Instances that are warm, as they are when a queue is being scanned.
    await Promise.all(
      Array.from({ length: AT_ONCE }, () => branch.teller.do('activity', 'list', { branchId })),
    );

    let [requests, examined] = [0, 0];
    const begun = performance.now();
    const scanAll = async () => {
      for (let code = codes.pop(); code; code = codes.pop()) {
        const told = await branch.teller.call('activity', 'checkIn', { sessionId, code });
        if (!told.ok) throw new Error(told.code);
        requests += told.databaseRequests;
        examined += told.documentsExamined;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, scanAll));
    const seconds = (performance.now() - begun) / 1000;
    return [
      {
        what: `check-ins of people who signed up, ${AT_ONCE} at once; requests and documents of one`,
        took: `${Math.round(PEOPLE / seconds)} a second`,
        goal: null,
        isWithinGoal: true,
        databaseRequests: Math.round((10 * requests) / PEOPLE) / 10,
        documentsExamined: Math.round((10 * examined) / PEOPLE) / 10,
      },
    ];
  } finally {
    await bank.stop();
  }
}
