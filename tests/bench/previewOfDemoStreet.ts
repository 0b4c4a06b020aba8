import { performance } from 'node:perf_hooks';
import { councillorOpenid } from '../../localcloud/demo/council';
import { ZHOU_BRANCH } from '../../localcloud/demo/cast';
import { seedDemoStreet } from '../../localcloud/demo/seedDemoStreet';
import { SET_UP_CODE, TestBank } from '../support/testBank';
import { type Figure, time } from './figure';
import { timePreviews } from './timePreviews';

const GOAL = 2_000;

/** The preview as a councillor of the demo street sees it; and how long the street takes to be made. */
export async function previewOfDemoStreet(): Promise<Figure[]> {
  const bank = await TestBank.open();
  try {
    const begun = performance.now();
    await seedDemoStreet(bank.cloud, { now: bank.now, setUpCode: SET_UP_CODE });
    const seeding = time('the demo street, made through the functions', null, performance.now() - begun);
    const openid = councillorOpenid('resident-1');
    return [seeding, ...(await timePreviews(bank, openid, ZHOU_BRANCH, 'on the demo street', GOAL))];
  } finally {
    await bank.stop();
  }
}
