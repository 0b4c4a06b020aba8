import { build } from 'esbuild';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What is deployed: a folder each under dist/cloudfunctions. */
export const FUNCTIONS = ['passbook', 'activity', 'redemption', 'rates', 'desk', 'clock'] as const;

/** One timer a function is what the platform allows; 7 fields, UTC+8. */
const TIMERS: Partial<Record<(typeof FUNCTIONS)[number], { name: string; config: string }>> = {
  clock: { name: 'wake', config: '0 */5 * * * * *' },
};

/** WeChat's own services that a function asks, beyond the database. */
const OPEN_APIS: Partial<Record<(typeof FUNCTIONS)[number], string[]>> = {
  rates: ['security.msgSecCheck'],
  clock: ['subscribeMessage.send'],
};

const SDK_VERSION = '4.0.2';

export interface BuiltFunction {
  name: string;
  /** Bytes of what the project adds to the SDK: its own code and the libraries it uses. */
  bytesBeyondSdk: number;
}

/**
 * Bundles each function for the cloud's Node 18, the SDK left out: the platform installs it from package.json.
 * Its folder holds exactly what is deployed.
 */
export async function buildFunctions(outDir: string): Promise<BuiltFunction[]> {
  await rm(outDir, { recursive: true, force: true });
  return Promise.all(
    FUNCTIONS.map(async (name) => {
      const folder = join(outDir, name);
      const outfile = join(folder, 'index.js');
      await mkdir(folder, { recursive: true });
      await build({
        entryPoints: [join('cloudfunctions/functions', name, 'index.ts')],
        outfile,
        bundle: true,
        minify: true,
        keepNames: true,
        platform: 'node',
        target: 'node18',
        format: 'cjs',
        external: ['wx-server-sdk'],
        sourcemap: 'linked',
        sourcesContent: false,
        logLevel: 'warning',
      });
      const timer = TIMERS[name];
      const triggers = timer ? [{ ...timer, type: 'timer' }] : [];
      await writeJson(join(folder, 'config.json'), {
        permissions: { openapi: OPEN_APIS[name] ?? [] },
        triggers,
      });
      await writeJson(join(folder, 'package.json'), {
        name,
        version: '1.0.0',
        main: 'index.js',
        dependencies: { 'wx-server-sdk': SDK_VERSION },
      });
      return { name, bytesBeyondSdk: (await stat(outfile)).size };
    }),
  );
}

function writeJson(path: string, value: unknown): Promise<void> {
  return writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
}
