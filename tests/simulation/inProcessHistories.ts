import { seededRandom } from '../../localcloud/seededRandom';
import { live, type Outcome } from './history';
import { InProcessCloud } from './inProcessCloud';
import { inProcessBank } from './inProcessBank';
import { Chance, openWorld } from './world';

/**
 * Opens a small branch in this process.
 * @returns lives a history there, each time from the same beginning: the seed alone decides what happens
 */
export async function inProcessHistories(): Promise<
  (seed: number, length: number, tell?: (line: string) => void) => Promise<Outcome>
> {
  const cloud = new InProcessCloud();
  const bank = inProcessBank(cloud);
  const origin = await openWorld(bank);
  const [opening, books] = [bank.now, cloud.snapshot()];
  return (seed, length, tell) => {
    cloud.restore(books);
    bank.now = opening;
    const chance = new Chance(seededRandom(seed + 2));
    cloud.choose = (waiting) => chance.below(waiting);
    return live(origin, bank, seed, length, tell);
  };
}
