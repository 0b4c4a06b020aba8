import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFunctions, FUNCTIONS } from '../../config/buildFunctions';
import { BankStartError } from '../bankStartError';
import type { Progress } from './progress';
import { sourcesHash } from './sourcesHash';

/** Something that is built from sources into a folder under `dist`. */
export interface Build {
  /** As the person who waits reads it. */
  name: string;
  sources: readonly string[];
  folder: string;
  /** Without these the folder is no build. */
  needs: readonly string[];
  run(root: string): Promise<void>;
}

const SHARED = ['types', 'config', 'package-lock.json'];

export const BUILDS: readonly Build[] = [
  {
    name: '云函数',
    sources: ['cloudfunctions', ...SHARED],
    folder: 'cloudfunctions',
    needs: FUNCTIONS.map((name) => `${name}/index.js`),
    run: async (root) => void (await buildFunctions(join(root, 'dist', 'cloudfunctions'))),
  },
  {
    name: '网页版（第一次要一两分钟）',
    sources: ['client', 'babel.config.cjs', ...SHARED],
    folder: 'h5',
    needs: ['index.html'],
    run: buildWebPages,
  },
];

/**
 * Builds what differs from the sources. Beside each build stands the hash of what it was made from, written last,
 * so a build that was cut off is done again.
 *
 * @throws BankStartError BUILD_FOLDER_NOT_WRITABLE, BUILD_FAILED
 */
export async function buildWhatChanged(
  root: string,
  progress: Progress,
  builds: readonly Build[] = BUILDS,
): Promise<void> {
  for (const build of builds) {
    const { name, sources, folder, needs } = build;
    const hash = sourcesHash(root, sources);
    const stamp = join(root, 'dist', `${folder}.sources`);
    const isBuilt = needs.every((file) => existsSync(join(root, 'dist', folder, file)));
    if (isBuilt && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) continue;
    requireWritable(join(root, 'dist'));
    rmSync(stamp, { force: true });
    const done = progress.begin(`构建${name}`);
    await build.run(root).catch((cause: unknown) => {
      throw new BankStartError('BUILD_FAILED', `Building ${folder} failed: ${(cause as Error).message}`, {
        cause,
      });
    });
    writeFileSync(stamp, hash);
    done();
  }
}

function requireWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new BankStartError('BUILD_FOLDER_NOT_WRITABLE', `The folder ${folder} cannot be written to.`, {
      cause,
    });
  }
}

/** The web pages are built by their own script; what that prints is told only if it fails. */
function buildWebPages(root: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = { cwd: root, shell: process.platform === 'win32' };
    const child = spawn('npm', ['run', '--silent', 'build:h5'], options);
    const printed: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => printed.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const text = Buffer.concat(printed).toString().trim();
      if (code === 0) resolve();
      else reject(new Error(text.split('\n').slice(-20).join('\n')));
    });
  });
}
