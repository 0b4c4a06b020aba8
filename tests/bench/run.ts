import { checkIns } from './checkIns';
import type { Benchmark } from './figure';
import { tableOf } from './figure';
import { previewOfBusyBranch } from './previewOfBusyBranch';
import { previewOfDemoStreet } from './previewOfDemoStreet';

const BENCHMARKS: Record<string, Benchmark> = { checkIns, previewOfDemoStreet, previewOfBusyBranch };

/** `npm run bench` runs them all, `npm run bench -- checkIns` those named; fails where a goal is missed. */
async function run(names: readonly string[]): Promise<void> {
  for (const name of names.length > 0 ? names : Object.keys(BENCHMARKS)) {
    const benchmark = BENCHMARKS[name];
    if (!benchmark) throw new Error(`${name}: there is ${Object.keys(BENCHMARKS).join(', ')}`);
    const figures = await benchmark();
    console.log(`\n${name}\n\n${tableOf(figures)}`);
    for (const { what, took, goal, isWithinGoal } of figures)
      if (!isWithinGoal) {
        console.error(`${what}: ${took}, meant to be within ${goal}`);
        process.exitCode = 1;
      }
  }
}

void run(process.argv.slice(2));
