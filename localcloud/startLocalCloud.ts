import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BankStartError } from './bankStartError';
import type { CollectionDefinition } from './database/collectionDefinition';
import { Database } from './database/database';
import { DocumentStore } from './database/documentStore';
import { Faults } from './faults';
import { DemoLogin, type DemoPerson } from './http/demoLogin';
import { localApp } from './http/localApp';
import { LocalServer } from './http/localServer';
import { SdkEndpoint } from './http/sdkEndpoint';
import { exportCollections, importCollections } from './importExport';
import { FunctionRuntime, type Invocation } from './invocations/functionRuntime';
import { Timers } from './invocations/timers';
import { localCloudFolder } from './localCloudFolder';
import { OpenApi } from './openapi/openApi';
import { Outbox } from './openapi/outbox';

export interface LocalCloudOptions {
  /** Built functions: a folder each, with index.js (`exports.main`) and config.json (`triggers`). */
  functionsDir: string;
  /** The SQLite file; in memory unless told. */
  dataFile?: string;
  /** All collections there are; requests to others are refused. */
  collections: CollectionDefinition[];
  /** Environment variables of the functions. */
  environment?: Record<string, string>;
  /** 0, the default, takes any free port. */
  port?: number;
  /** The H5 build, served under /app/. */
  webDir?: string;
  /** The bank's clock; the functions' `Date` follows it. */
  now?: () => number;
  /** Who may log in on the H5 page; nobody unless told. */
  demoPeople?: () => DemoPerson[];
  log?: (line: string) => void;
  /** How long an invocation may take; 60 s, the cloud's most, unless told. */
  timeLimitMs?: number;
  /** Fires the functions' timers by themselves; without it only `fireTimer` does. */
  timers?: boolean;
}

export interface LocalCloud {
  url: string;
  port: number;
  /** @throws InvocationError when the function gives no answer */
  invoke<T = unknown>(
    functionName: string,
    event: unknown,
    who?: { openid?: string; source?: string; now?: number },
  ): Promise<Invocation<T>>;
  /** Invokes a function as its timer trigger does. */
  fireTimer<T = unknown>(functionName: string, now?: number): Promise<Invocation<T>>;
  database: Database;
  faults: Faults;
  outbox: Outbox;
  /** JSON Lines in Extended JSON, one file a collection; answers the number of documents of each. */
  exportTo(folder: string): Promise<Record<string, number>>;
  importFrom(folder: string): Promise<Record<string, number>>;
  /** Throws warm instances away: the next invocation of each function is a cold one. */
  recycle(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts one machine's stand-in for Tencent CloudBase on 127.0.0.1.
 *
 * @throws BankStartError when the port, the data file or the functions' folder cannot be used
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const { functionsDir, dataFile = ':memory:', collections, environment = {}, port = 0 } = options;
  const { now = Date.now, log = () => {}, demoPeople = () => [] } = options;
  if (!existsSync(functionsDir)) {
    throw new BankStartError(
      'FUNCTIONS_MISSING',
      `There are no built functions in ${functionsDir}; build them first.`,
    );
  }
  const store = new DocumentStore(dataFile, collections);
  const faults = new Faults();
  const outbox = new Outbox();
  const runtime: FunctionRuntime = new FunctionRuntime({
    functionsDir,
    environment,
    now,
    log,
    timeLimitMs: options.timeLimitMs ?? 60_000,
    endpointFor: (invocation) => `http://127.0.0.1:${server.port}${endpoint.pathFor(invocation)}`,
  });
  const endpoint = new SdkEndpoint(store, () => runtime, faults, new OpenApi(outbox, log), log);
  const timers = new Timers(functionsDir, runtime, now, log);
  const app = localApp({
    login: new DemoLogin(demoPeople, now, environment.BANK_MASTER_SECRET ?? randomBytes(32).toString('hex')),
    invoke: (functionName, event, openid) => runtime.invoke(functionName, event, { openid }),
    outbox: () => outbox.messages(),
    lobbyDir: join(localCloudFolder, 'lobby'),
    webDir: options.webDir,
  });
  const server = await LocalServer.listen(port, endpoint, app, log).catch((error: unknown) => {
    store.close();
    throw error;
  });
  if (options.timers) timers.start();
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    timers.stop();
    await runtime.stop();
    await server.close();
    store.close();
  };
  return {
    url: `http://127.0.0.1:${server.port}`,
    port: server.port,
    invoke: (functionName, event, who) => runtime.invoke(functionName, event, who),
    fireTimer: (functionName, at) => timers.fire(functionName, at),
    database: new Database(store),
    faults,
    outbox,
    exportTo: (folder) => exportCollections(store, folder),
    importFrom: (folder) => importCollections(store, folder),
    recycle: () => runtime.recycle(),
    // Ctrl-C pressed twice stops once.
    stop: () => (stopped ??= stop()),
  };
}
