import { format } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import type { ClockSetting, InvokeMessage, WorkerMessage, WorkerSetUp } from './workerMessages';

// Runs inside the worker thread, before and around the function; it is compiled apart (functionWorker.ts).

const port = parentPort!;
const RealDate = Date;
let clock: ClockSetting = { offset: 0 };
const now = (): number => ('fixed' in clock ? clock.fixed : RealDate.now() + clock.offset);

/** `new Date()` and `Date.now()` tell the bank's time; timers keep real time. */
function BankDate(this: unknown, ...parts: unknown[]): Date | string {
  if (!new.target) return new RealDate(now()).toString();
  return Reflect.construct(RealDate, parts.length === 0 ? [now()] : parts, new.target) as Date;
}
Object.setPrototypeOf(BankDate, RealDate);
BankDate.prototype = RealDate.prototype;
RealDate.prototype.constructor = BankDate;
BankDate.now = now;
globalThis.Date = BankDate as unknown as DateConstructor;

const send = (message: WorkerMessage): void => port.postMessage(message);
for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
  console[level] = (...parts: unknown[]) => send({ kind: 'log', line: format(...parts) });
}

type Main = (event: unknown, context: unknown) => unknown;
let main: Main | undefined;

function loadMain(): Main {
  if (main) return main;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the function is CommonJS, known at run time
  const loaded = require((workerData as WorkerSetUp).functionFile) as { main?: Main };
  if (typeof loaded.main !== 'function') throw new Error('the function does not export main');
  return (main = loaded.main);
}

async function invoke({ event, variables, clock: setting, context }: InvokeMessage): Promise<void> {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  clock = setting;
  try {
    const result = await loadMain()(JSON.parse(event), context);
    send({ kind: 'result', result: JSON.stringify(result) });
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    send({ kind: 'error', name: error.name, message: error.message, stack: error.stack ?? '' });
  }
}

port.on('message', (message: InvokeMessage) => void invoke(message));
