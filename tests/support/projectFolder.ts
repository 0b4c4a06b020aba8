import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { BUILDS } from '../../localcloud/start/buildWhatChanged';
import { sourcesHash } from '../../localcloud/start/sourcesHash';

const LINKED = [
  ...['client', 'types', 'config', 'cloudfunctions', 'localcloud', 'node_modules'],
  ...['package.json', 'package-lock.json', 'babel.config.cjs', 'tsconfig.json'],
];

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'bank-'));
}

/**
 * This project's sources in a folder of their own, with its own data and builds. Its web pages count as built: they
 * are a placeholder.
 */
export function projectFolder(): string {
  const root = temporaryFolder();
  for (const name of LINKED) symlinkSync(resolve(name), join(root, name));
  mkdirSync(join(root, 'dist', 'h5'), { recursive: true });
  writeFileSync(join(root, 'dist', 'h5', 'index.html'), '<!doctype html>');
  const web = BUILDS.find(({ folder }) => folder === 'h5');
  writeFileSync(join(root, 'dist', 'h5.sources'), sourcesHash(root, web?.sources ?? []));
  return root;
}

export function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

/** What `npm start` runs, as a process of its own. */
export class StartedBank {
  printed = '';
  readonly exited: Promise<number | null>;
  private readonly child: ChildProcess;

  constructor(root: string, ...options: string[]) {
    this.child = spawn(process.execPath, ['localcloud/start.cjs', '--port', '0', ...options], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.printed += chunk.toString()));
    this.exited = new Promise((done) => this.child.on('close', (code) => done(code)));
  }

  /** Waits until it has printed this. @throws Error with all it printed when it ends before */
  async prints(pattern: RegExp): Promise<RegExpExecArray> {
    let hasEnded = false;
    void this.exited.then(() => (hasEnded = true));
    for (;;) {
      const found = pattern.exec(this.printed);
      if (found) return found;
      if (hasEnded) throw new Error(`it ended:\n${this.printed}`);
      await new Promise((next) => setTimeout(next, 50));
    }
  }

  /** The link that it prints when it is open. */
  async url(): Promise<string> {
    return (await this.prints(/http:\/\/127\.0\.0\.1:\d+/))[0];
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.exited;
  }
}
