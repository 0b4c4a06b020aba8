import { spawn } from 'node:child_process';
import { buildFunctions } from './buildFunctions';
import { measureSizes, reportSizes } from './measureSizes';

/** Builds all three outputs (or the functions alone), prints sizes and fails if one is over its budget. */
async function build(functionsOnly: boolean): Promise<void> {
  console.log('Building the functions …');
  const functions = await buildFunctions('dist/cloudfunctions');
  if (functionsOnly) return;
  for (const target of ['weapp', 'h5']) {
    console.log(`Building for ${target} …`);
    await run('npm', ['run', '--silent', `build:${target}`]);
  }
  const over = reportSizes(measureSizes('dist/weapp', functions));
  if (over.length > 0) throw new Error(`over budget: ${over.join(', ')}`);
}

/** Runs a command; what it prints is shown only if it fails. */
function run(command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { shell: process.platform === 'win32' });
    const printed: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => printed.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(printed));
      reject(new Error(`${command} ${args.join(' ')} failed`));
    });
  });
}

build(process.argv[2] === 'functions').catch((error: unknown) => {
  console.error(String(error));
  process.exitCode = 1;
});
