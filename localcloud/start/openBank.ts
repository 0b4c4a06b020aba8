import { createServer } from 'node:http';
import { collections } from '../../config/database';
import { BankStartError } from '../bankStartError';
import { DemoBank } from '../demo/demoBank';
import { isDemoStreet, lobbyPeople } from '../demo/lobbyPeople';
import { keepStreetGoing } from '../demo/onNow';
import { listenOn } from '../http/localServer';
import { type LocalCloud, startLocalCloud } from '../startLocalCloud';
import { DataFolder } from './dataFolder';
import { makeBank } from './makeBank';
import type { Progress } from './progress';
import { functionEnvironment, makeSecrets, readSecrets, type Secrets } from './secrets';
import type { StartOptions } from './startOptions';

export interface BankPlaces {
  dataDir: string;
  functionsDir: string;
  webDir: string;
}

export interface OpenBank {
  cloud: LocalCloud;
  /** Until the street office has used it; null afterwards. */
  setUpCode: string | null;
  /** Whether the demo street was made just now. */
  isNew: boolean;
  close(): Promise<void>;
}

/**
 * Opens the bank of a data folder, making it first where there is none: with the demo street, or empty.
 *
 * @throws BankStartError; then everything is as it was
 */
export async function openBank(
  places: BankPlaces,
  options: Pick<StartOptions, 'fresh' | 'empty' | 'port'>,
  progress: Progress,
): Promise<OpenBank> {
  const { functionsDir, webDir } = places;
  const folder = DataFolder.open(places.dataDir);
  try {
    const { secrets, isNew } = await prepareBank(folder, functionsDir, options, progress);
    const cloud: LocalCloud = await startLocalCloud({
      functionsDir,
      webDir,
      collections,
      dataFile: folder.bankFile,
      port: options.port,
      environment: functionEnvironment(secrets),
      timers: true,
      log: progress.say,
      demoPeople: () => lobbyPeople(cloud.database),
    });
    await wakeUp(cloud, isNew, progress);
    const isSetUp = cloud.database.collection('street').count() > 0;
    return {
      cloud,
      isNew,
      setUpCode: isSetUp ? null : secrets.setUpCode,
      close: async () => {
        await cloud.stop();
        folder.close();
      },
    };
  } catch (error) {
    folder.close();
    throw error;
  }
}

/** Asks for the port before anything takes long. @throws BankStartError PORT_BUSY, PORT_FORBIDDEN */
export async function requireFreePort(port: number): Promise<void> {
  const server = createServer();
  await listenOn(server, port);
  await new Promise((resolve) => server.close(resolve));
}

/**
 * Finishes what a killed process left half done, not at the timer's next tick but now; and gives an older street
 * something to go to today. Courtesies both: the bank opens without them.
 */
async function wakeUp(cloud: LocalCloud, isNew: boolean, progress: Progress): Promise<void> {
  try {
    await cloud.fireTimer('clock');
    if (!isNew && isDemoStreet(cloud.database)) await keepStreetGoing(new DemoBank(cloud), Date.now());
  } catch (error) {
    progress.say(`  今天的活动没有排上：${(error as Error).message}`);
  }
}

async function prepareBank(
  folder: DataFolder,
  functionsDir: string,
  { fresh, empty }: Pick<StartOptions, 'fresh' | 'empty'>,
  progress: Progress,
): Promise<{ secrets: Secrets; isNew: boolean }> {
  const state = fresh ? 'missing' : folder.bankState(collections);
  if (state === 'used' && empty)
    throw new BankStartError('BANK_NOT_EMPTY', `There is a bank in ${folder.path} already.`);
  const secrets = secretsOf(folder, { mayReplace: fresh, state });
  if (state === 'used') return { secrets, isNew: false };
  if (folder.hasLostLog()) folder.putBankAside(new Date());
  const kind = empty ? 'empty' : 'demo';
  await makeBank(folder, { functionsDir, collections, secrets, kind }, progress);
  return { secrets, isNew: kind === 'demo' };
}

/**
 * The bank's secrets; made when there is no bank yet. A bank without its secrets could not read its own codes: it is
 * refused, and put aside when the person starts over.
 */
function secretsOf(
  folder: DataFolder,
  { mayReplace, state }: { mayReplace: boolean; state: ReturnType<DataFolder['bankState']> },
): Secrets {
  const file = folder.secretsFile;
  if (!mayReplace) {
    const secrets = readSecrets(file);
    if (secrets) return secrets;
    if (state === 'used')
      throw new BankStartError('SECRETS_MISSING', `${file} is gone, and the bank's codes with it.`);
    return makeSecrets(file);
  }
  const kept = tryReading(file);
  if (kept) return kept;
  folder.putBankAside(new Date());
  return makeSecrets(file);
}

function tryReading(file: string): Secrets | null {
  try {
    return readSecrets(file);
  } catch {
    return null;
  }
}
