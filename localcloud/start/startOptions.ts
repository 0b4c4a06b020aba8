import { BankStartError } from '../bankStartError';

export interface StartOptions {
  /** Start over: what is there is replaced once the new bank is ready. */
  fresh: boolean;
  /** Without the demo street. */
  empty: boolean;
  port: number;
  help: boolean;
}

const DEFAULT_PORT = 8787;
const LAST_PORT = 65535;

export const USAGE = `npm start                     打开银行；第一次会造好示范街道   open the bank, with the demo street at first
npm start -- --fresh          从头再来（旧数据会被替换）       start over; the old data are replaced
npm start -- --empty          开一家空银行，不要示范街道       an empty bank, without the demo street
npm start -- --port 8788      换一个端口                       another port`;

/** Reads the command line. @throws BankStartError BAD_OPTION */
export function readStartOptions(words: readonly string[]): StartOptions {
  const options: StartOptions = { fresh: false, empty: false, port: DEFAULT_PORT, help: false };
  const rest = words.flatMap((word) => (word.startsWith('--port=') ? ['--port', word.slice(7)] : [word]));
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--fresh') options.fresh = true;
    else if (word === '--empty') options.empty = true;
    else if (word === '--help' || word === '-h') options.help = true;
    else if (word === '--port') options.port = readPort(rest.shift() ?? '');
    else throw new BankStartError('BAD_OPTION', `There is no option ${word}.`);
  }
  return options;
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port <= LAST_PORT) return port;
  throw new BankStartError('BAD_OPTION', `"${text}" is no port; choose a number from 1024 to ${LAST_PORT}.`);
}
