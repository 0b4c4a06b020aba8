import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const BUILT = ['dist/weapp/app.json', 'dist/h5/index.html', 'dist/cloudfunctions'];
const SOURCES = ['client', 'types', 'cloudfunctions'];

/** The tests of screens run what was built: without it they stop here, with an old one they say so. */
export default function builtFirst(): void {
  const missing = BUILT.filter((path) => !existsSync(path));
  if (missing.length > 0) throw new Error(`${missing.join(', ')} missing. Build first: npm run build`);
  const builtAt = Math.min(...BUILT.map((path) => statSync(path).mtimeMs));
  if (SOURCES.some((folder) => newestIn(folder) > builtAt)) {
    process.stdout.write('The build is older than the sources; for what is written now: npm run build\n');
  }
}

function newestIn(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Math.max(...entries.map((path) => statSync(join(folder, path)).mtimeMs));
}
