import { resolve } from 'node:path';
import { BankStartError } from './bankStartError';
import { buildWhatChanged } from './start/buildWhatChanged';
import { openBank, type OpenBank, requireFreePort } from './start/openBank';
import { showProgress } from './start/progress';
import { startErrorText, type StartPlace } from './start/startErrorWords';
import { readStartOptions, USAGE } from './start/startOptions';
import { welcome } from './start/welcome';

/** `npm start`: builds what changed, opens this folder's bank, and serves it until Ctrl-C. */
async function start(root: string, place: StartPlace): Promise<void> {
  const options = readStartOptions(process.argv.slice(2));
  if (options.help) return console.log(USAGE);
  place.port = options.port;
  const progress = showProgress(process.stdout);
  await requireFreePort(options.port);
  await buildWhatChanged(root, progress);
  const places = {
    dataDir: place.dataDir,
    functionsDir: resolve(root, 'dist/cloudfunctions'),
    webDir: resolve(root, 'dist/h5'),
  };
  const bank = await openBank(places, options, progress);
  closeOnSignal(bank);
  console.log(welcome(bank));
}

const PARENT_WATCH_MS = 1000;
/** npm passes Ctrl-C on, so it may arrive twice; only later is it a second wish. */
const ONE_WISH_MS = 1500;

/** Closes on Ctrl-C; and when npm, which started it, was killed: nobody would find the process that held the port. */
function closeOnSignal(bank: OpenBank): void {
  let closingSince = 0;
  const close = () => {
    if (closingSince > 0) return Date.now() - closingSince > ONE_WISH_MS ? process.exit(130) : undefined;
    closingSince = Date.now();
    console.log('\n  正在关门 …');
    bank.close().then(
      () => process.exit(0),
      (error: unknown) => explain(error, null),
    );
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  const watch = () => void (process.ppid !== parent && closingSince === 0 && close());
  setInterval(watch, PARENT_WATCH_MS).unref();
}

function explain(error: unknown, place: StartPlace | null): never {
  if (error instanceof BankStartError && place) {
    console.error(`\n${startErrorText(error.code, error.message, place)}`);
    if (error.code === 'BAD_OPTION') console.error(`\n${USAGE}`);
  } else {
    console.error('\n出了没有料到的问题；已经记下的账都在。请把下面的内容告诉开发者。');
    console.error('Something unexpected happened; what was booked is kept. Please report this:');
    console.error(error);
  }
  console.error('');
  process.exit(1);
}

const place: StartPlace = { port: 0, dataDir: resolve('data') };
start(process.cwd(), place).catch((error: unknown) => explain(error, place));
