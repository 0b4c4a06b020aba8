import { AsyncLocalStorage } from 'node:async_hooks';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { runInThisContext, Script } from 'node:vm';
import { collections } from '../../config/database';
import { Database } from '../../localcloud/database/database';
import { DocumentStore } from '../../localcloud/database/documentStore';
import { Faults } from '../../localcloud/faults';
import { SdkEndpoint } from '../../localcloud/http/sdkEndpoint';
import { FunctionRuntime, type Caller, type Invocation } from '../../localcloud/invocations/functionRuntime';
import { InvocationError } from '../../localcloud/invocations/invocationError';
import { InvocationRecord } from '../../localcloud/invocations/invocationRecord';
import { OpenApi } from '../../localcloud/openapi/openApi';
import { Outbox } from '../../localcloud/openapi/outbox';
import { FUNCTIONS_DIR, SET_UP_CODE } from '../support/testBank';

type Main = (event: unknown, context: unknown) => Promise<unknown>;

/** One instance of a function: takes one invocation at a time, and keeps what its modules remember. */
interface Instance {
  main: Main;
  isBusy: boolean;
}

/** A database request on its way: held until it is chosen. */
interface Travelling {
  record: InvocationRecord;
  deliver(): Promise<void>;
}

interface Running {
  record: InvocationRecord;
  isDead: boolean;
}

/** The realm in which the functions run: under jest it is not the tests' own. */
const RealmDate = runInThisContext('Date') as DateConstructor;
/** Under jest the SDK sees another environment than the functions' bundles. */
const environments = new Set([process.env, (runInThisContext('process') as NodeJS.Process).env]);
const running = new AsyncLocalStorage<{ cloud: InProcessCloud; invocation: Running }>();
const compiled = new Map<string, (require: NodeJS.Require, module: object, exports: object) => void>();

/**
 * The built functions and the real SDK in this one process, on the local cloud's own database. The requests that the
 * SDK sends are held until `choose` names the one to go next: interleaving, clock and faults are the seed's alone.
 */
export class InProcessCloud {
  readonly faults = new Faults();
  readonly outbox = new Outbox();
  readonly database: Database;
  private readonly store = new DocumentStore(':memory:', collections);
  private readonly endpoint: SdkEndpoint;
  private readonly records = new Map<string, InvocationRecord>();
  private readonly instances = new Map<string, Instance[]>();
  private readonly travelling: Travelling[] = [];
  private isPumping = false;

  /** @param choose which of so many waiting requests goes next; the oldest, unless told */
  constructor(public choose: (waiting: number) => number = () => 0) {
    this.database = new Database(this.store);
    const runtime = {
      recordOf: (id: string) => this.records.get(id),
      invoke: () => Promise.reject(new InvocationError('FUNCTION_NOT_FOUND', 'no function calls another')),
    };
    const quiet = () => {};
    this.endpoint = new SdkEndpoint(
      this.store,
      () => runtime,
      this.faults,
      new OpenApi(this.outbox, quiet),
      quiet,
    );
    takeOver();
  }

  /** @throws InvocationError when the instance was killed */
  async invoke<T>(functionName: string, event: unknown, caller: Caller = {}): Promise<Invocation<T>> {
    const { openid, source = 'wx_client', now = 0 } = caller;
    const record = new InvocationRecord(functionName, openid, source, () => now, now);
    const invocation: Running = { record, isDead: false };
    this.records.set(record.id, record);
    const instance = this.instanceOf(functionName);
    instance.isBusy = true;
    const killed = new Promise<never>((_resolve, reject) => {
      record.worker = {
        kill: () => {
          invocation.isDead = true;
          this.forget(functionName, instance);
          reject(new InvocationError('FUNCTIONS_KILLED', 'the instance was killed'));
        },
      };
    });
    try {
      const work = running.run({ cloud: this, invocation }, () => begin(instance.main, event, caller, now));
      const result = (await Promise.race([work, killed])) as T;
      const { databaseRequests, documentsExamined, documentsReturned, aggregateExamined } = record;
      return { result, databaseRequests, documentsExamined, documentsReturned, aggregateExamined };
    } finally {
      instance.isBusy = false;
    }
  }

  fireTimer<T>(functionName: string, now: number): Promise<Invocation<T>> {
    return this.invoke(functionName, { Type: 'Timer', TriggerName: 'wake' }, { source: 'wx_trigger', now });
  }

  /** Every document, to go back to later. */
  snapshot(): Map<string, object[]> {
    return new Map(this.database.names().map((name) => [name, this.database.collection(name).find()]));
  }

  /** Goes back to a snapshot, with new instances that remember nothing. */
  restore(snapshot: Map<string, object[]>): void {
    for (const [name, documents] of snapshot) {
      this.database.collection(name).remove({});
      if (documents.length > 0) this.database.collection(name).insert(...(documents as []));
    }
    this.instances.clear();
    this.records.clear();
  }

  /** A request of the SDK's is on its way. */
  send(invocation: Running, request: SentRequest): void {
    // A dead instance's requests went with it.
    if (invocation.isDead) return;
    const { record } = invocation;
    this.travelling.push({
      record,
      deliver: () =>
        this.endpoint.handle(request.incoming(this.endpoint.pathFor(record)), request.response(invocation)),
    });
    void this.pump();
  }

  /** Lets one request go at a time, each time that all instances have come to rest. */
  private async pump(): Promise<void> {
    if (this.isPumping) return;
    this.isPumping = true;
    await atRest();
    while (this.travelling.length > 0) {
      const [next] = this.travelling.splice(this.choose(this.travelling.length), 1);
      await next!.deliver();
      await atRest();
    }
    this.isPumping = false;
  }

  private instanceOf(functionName: string): Instance {
    const all = this.instances.get(functionName) ?? [];
    this.instances.set(functionName, all);
    const free = all.find(({ isBusy }) => !isBusy);
    if (free) return free;
    const made = { main: load(functionName), isBusy: false };
    all.push(made);
    return made;
  }

  private forget(functionName: string, instance: Instance): void {
    const all = this.instances.get(functionName) ?? [];
    this.instances.set(
      functionName,
      all.filter((other) => other !== instance),
    );
  }
}

/** Who calls, and when, is read before a function's first await. */
function begin(main: Main, event: unknown, { openid, source = 'wx_client' }: Caller, now: number) {
  for (const environment of environments) {
    Object.assign(environment, {
      TCB_SOURCE: source,
      TRIGGER_SRC: 'timer',
      WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
      WX_APPID: 'wx0000000000000000',
      WX_OPENID: openid ?? '',
    });
    if (source !== 'wx_trigger') delete environment.TRIGGER_SRC;
    if (!openid) delete environment.WX_OPENID;
  }
  const clock = RealmDate.now;
  RealmDate.now = () => now;
  try {
    return main(JSON.parse(JSON.stringify(event)), {});
  } finally {
    RealmDate.now = clock;
  }
}

/** A new instance: the bundle is run again, the SDK is shared. */
function load(functionName: string): Main {
  const file = resolve(join(FUNCTIONS_DIR, functionName, 'index.js'));
  let run = compiled.get(file);
  if (!run) {
    const code = `(function (require, module, exports) {${readFileSync(file, 'utf8')}\n})`;
    run = new Script(code, { filename: file }).runInThisContext() as typeof run & object;
    compiled.set(file, run);
  }
  const module = { exports: {} as { main: Main } };
  run(createRequire(file), module, module.exports);
  return module.exports.main;
}

/** Everything that could go on without another answer has gone on. */
async function atRest(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}

let isTakenOver = false;

/** From now on the SDK's requests come here instead of to the network. */
function takeOver(): void {
  if (isTakenOver) return;
  isTakenOver = true;
  const settings = Object.assign({}, FunctionRuntime.baseEnvironment, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: 'http://127.0.0.1:1/admin' }),
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
    BANK_MASTER_SECRET: 'a secret of the tests, long enough to be one',
    BANK_SET_UP_CODE: SET_UP_CODE,
  });
  for (const environment of environments) Object.assign(environment, settings);
  const network = http.request.bind(http);
  http.request = ((...words: Parameters<typeof http.request>) => {
    const context = running.getStore();
    if (!context) return network(...words);
    return new SentRequest(words, (sent) => context.cloud.send(context.invocation, sent));
  }) as typeof http.request;
}

/** What the SDK takes for its request; the endpoint is given its two sides. */
class SentRequest extends EventEmitter {
  private readonly body: Buffer[] = [];
  private readonly headers: Record<string, string>;
  private readonly answered: (response: IncomingMessage) => void;

  constructor(
    words: unknown[],
    private readonly depart: (request: SentRequest) => void,
  ) {
    super();
    const [, options, callback] = words as [string, { headers: Record<string, string> }, () => void];
    this.headers = Object.fromEntries(
      Object.entries(options.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    this.answered = callback;
  }

  setTimeout(): void {}

  write(chunk: string | Buffer): void {
    this.body.push(Buffer.from(chunk));
  }

  end(): void {
    this.depart(this);
  }

  incoming(url: string): IncomingMessage {
    const { headers } = this;
    return Object.assign(Readable.from(this.body), {
      url,
      method: 'POST',
      headers,
    }) as unknown as IncomingMessage;
  }

  response(invocation: Running): ServerResponse {
    const reset = () => {
      const lost = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
      if (!invocation.isDead) this.emit('error', lost);
    };
    const head = { statusCode: 200, headers: {} as object };
    const response = {
      socket: { destroy: reset },
      writeHead(statusCode: number, headers: object = {}) {
        Object.assign(head, { statusCode, headers });
        return response;
      },
      end: (text: string | Buffer) => {
        if (invocation.isDead) return;
        this.answered(Object.assign(Readable.from([Buffer.from(text)]), head) as unknown as IncomingMessage);
      },
    };
    return response as unknown as ServerResponse;
  }
}
