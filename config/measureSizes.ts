import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltFunction } from './buildFunctions';

const KB = 1024;

/** What a phone in a basement can bear to download, and a cold function to load (docs of the design's budgets). */
const BUDGETS = { mainPackage: 700 * KB, subpackage: 300 * KB, functionBeyondSdk: 150 * KB };

interface Measured {
  what: string;
  bytes: number;
  budget: number;
}

/** Sizes of the built mini program's packages and of the functions, each beside its budget. */
export function measureSizes(weappDir: string, functions: readonly BuiltFunction[]): Measured[] {
  const app = JSON.parse(readFileSync(join(weappDir, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[];
  };
  const subpackages = (app.subPackages ?? []).map(({ root }) => ({
    what: `subpackage ${root}`,
    bytes: folderSize(join(weappDir, root)),
    budget: BUDGETS.subpackage,
  }));
  const inSubpackages = subpackages.reduce((total, { bytes }) => total + bytes, 0);
  return [
    { what: 'main package', bytes: folderSize(weappDir) - inSubpackages, budget: BUDGETS.mainPackage },
    ...subpackages,
    ...functions.map(({ name, bytesBeyondSdk }) => ({
      what: `function ${name} beyond the SDK`,
      bytes: bytesBeyondSdk,
      budget: BUDGETS.functionBeyondSdk,
    })),
  ];
}

/** Prints the sizes, and tells which are over budget. */
export function reportSizes(measured: readonly Measured[]): string[] {
  for (const { what, bytes, budget } of measured)
    console.log(`${what.padEnd(44)} ${kilobytes(bytes).padStart(8)} of ${kilobytes(budget)}`);
  return measured.filter(({ bytes, budget }) => bytes > budget).map(({ what }) => what);
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / KB)} KB`;
}

function folderSize(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.endsWith('.map'))
    .reduce((total, entry) => {
      const path = join(folder, entry.name);
      return total + (entry.isDirectory() ? folderSize(path) : statSync(path).size);
    }, 0);
}
