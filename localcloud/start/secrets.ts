import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { base32 } from '../../types/code';
import { BankStartError } from '../bankStartError';

/** What only this machine's bank knows; in the cloud they are environment variables of the functions. */
export interface Secrets {
  masterSecret: string;
  setUpCode: string;
}

const OWNER_ONLY = 0o600;
const SECRET_BYTES = 32;
const SET_UP_BYTES = 10;
const LEAST_SECRET = 32;
const LEAST_SET_UP = 12;

/** @returns null when there is no such file. @throws BankStartError SECRETS_UNREADABLE */
export function readSecrets(file: string): Secrets | null {
  if (!existsSync(file)) return null;
  try {
    chmodSync(file, OWNER_ONLY);
    const { masterSecret, setUpCode } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
    if (typeof masterSecret === 'string' && typeof setUpCode === 'string')
      if (masterSecret.length >= LEAST_SECRET && setUpCode.length >= LEAST_SET_UP)
        return { masterSecret, setUpCode };
  } catch (cause) {
    throw unreadable(file, cause);
  }
  throw unreadable(file);
}

/** Makes secrets and keeps them; they are on disk, whole and for their owner only, when this returns. */
export function makeSecrets(file: string): Secrets {
  const secrets: Secrets = {
    masterSecret: randomBytes(SECRET_BYTES).toString('hex'),
    setUpCode: base32(randomBytes(SET_UP_BYTES)).match(/.{4}/g)!.join('-'),
  };
  const unfinished = `${file}.new`;
  const handle = openSync(unfinished, 'w', OWNER_ONLY);
  writeSync(handle, `${JSON.stringify(secrets, null, 2)}\n`);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(unfinished, file);
  return secrets;
}

function unreadable(file: string, cause?: unknown): BankStartError {
  return new BankStartError('SECRETS_UNREADABLE', `${file} does not hold the bank's secrets.`, { cause });
}

/** The environment variables by which the functions know them. */
export function functionEnvironment({ masterSecret, setUpCode }: Secrets): Record<string, string> {
  return { BANK_MASTER_SECRET: masterSecret, BANK_SET_UP_CODE: setUpCode };
}
