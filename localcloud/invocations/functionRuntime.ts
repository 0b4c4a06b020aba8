import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FunctionPool } from './functionPool';
import { FunctionWorker } from './functionWorker';
import { InvocationError } from './invocationError';
import { InvocationRecord } from './invocationRecord';
import type { ClockSetting } from './workerMessages';

/** What an invocation answered, and what it cost the database. */
export interface Invocation<T = unknown> {
  result: T;
  databaseRequests: number;
  /** Documents loaded and tested by queries, updates and removals (not aggregations). */
  documentsExamined: number;
  /** Of those, the ones that matched. */
  documentsReturned: number;
  /** Documents loaded by aggregations. */
  aggregateExamined: number;
}

export interface Caller {
  openid?: string;
  /** As getWXContext().SOURCE reports it; `wx_client` unless told. */
  source?: string;
  /** The bank's time stands still here for this invocation. */
  now?: number;
  parent?: InvocationRecord;
}

export interface RuntimeOptions {
  functionsDir: string;
  environment: Record<string, string>;
  now: () => number;
  log: (line: string) => void;
  timeLimitMs: number;
  /** Where the SDK of the invocation finds the cloud. */
  endpointFor: (invocation: InvocationRecord) => string;
}

const APPID = 'wx0000000000000000';
const ENVIRONMENT_ID = 'localcloud';
const MAX_EVENT_BYTES = 6 * 1024 * 1024;
const REMEMBERED_INVOCATIONS = 500;

// What is the same in all invocations of an instance; SILENCE stops the SDK's false "longer than 3s" warning.
const BASE_ENVIRONMENT = {
  TCB_ENV: ENVIRONMENT_ID,
  SCF_NAMESPACE: ENVIRONMENT_ID,
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TENCENTCLOUD_SECRETID: 'localcloud',
  TENCENTCLOUD_SECRETKEY: 'localcloud',
  TENCENTCLOUD_SESSIONTOKEN: 'localcloud',
  SILENCE: 'true',
  TZ: 'UTC',
};

/** Runs functions from their deployed folders, each invocation in an instance of its own. */
export class FunctionRuntime {
  /** Variables that are the same in all invocations. */
  static readonly baseEnvironment = BASE_ENVIRONMENT;
  private readonly pools = new Map<string, FunctionPool>();
  private readonly records = new Map<string, InvocationRecord>();
  private readonly ended: string[] = [];

  constructor(private readonly options: RuntimeOptions) {}

  /** @throws InvocationError when the function is missing, fails, takes too long or answers too much */
  async invoke<T>(functionName: string, event: unknown, caller: Caller = {}): Promise<Invocation<T>> {
    const { now, openid, source = 'wx_client', parent } = caller;
    const record = new InvocationRecord(functionName, openid, source, this.options.now, now, parent);
    this.records.set(record.id, record);
    const text = await this.run(record, event, caller).finally(() => this.forgetLater(record));
    const result = (text === undefined ? undefined : JSON.parse(text)) as T;
    const { databaseRequests, documentsExamined, documentsReturned, aggregateExamined } = record;
    return { result, databaseRequests, documentsExamined, documentsReturned, aggregateExamined };
  }

  /** The invocation of a request by its id, also shortly after it has ended. */
  recordOf(id: string): InvocationRecord | undefined {
    return this.records.get(id);
  }

  async recycle(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.recycle()));
  }

  async stop(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.stop()));
  }

  /** Requests that a function did not wait for may still come after its end. */
  private forgetLater(record: InvocationRecord): void {
    this.ended.push(record.id);
    if (this.ended.length > REMEMBERED_INVOCATIONS) this.records.delete(this.ended.shift()!);
  }

  private async run(record: InvocationRecord, event: unknown, caller: Caller): Promise<string | undefined> {
    const eventText = JSON.stringify(event ?? {});
    if (eventText.length > MAX_EVENT_BYTES)
      throw new InvocationError('EVENT_TOO_LARGE', 'the event exceeds 6 MB');
    const clock: ClockSetting =
      caller.now === undefined ? { offset: this.options.now() - Date.now() } : { fixed: caller.now };
    const variables = this.variablesOf(record);
    const context = {
      request_id: record.id,
      function_name: record.functionName,
      namespace: ENVIRONMENT_ID,
      environment: JSON.stringify(variables),
      memory_limit_in_mb: 256,
      time_limit_in_ms: this.options.timeLimitMs,
    };
    const result = await this.poolOf(record.functionName).withWorker((worker) => {
      record.worker = worker;
      return worker.invoke({ event: eventText, variables, clock, context }, this.options.timeLimitMs);
    });
    if (result && result.length > MAX_EVENT_BYTES) {
      throw new InvocationError('RESULT_TOO_LARGE', 'the result exceeds 6 MB');
    }
    return result;
  }

  private variablesOf(record: InvocationRecord): Record<string, string | undefined> {
    const { openid, source } = record;
    return {
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: this.options.endpointFor(record) }),
      // Only what is named here reaches the SDK's own headers, by which a called function learns its SOURCE.
      TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
      TCB_SOURCE: source,
      TRIGGER_SRC: source === 'wx_trigger' ? 'timer' : undefined,
      WX_CONTEXT_KEYS: openid ? 'WX_CLIENTIP,WX_OPENID,WX_APPID' : 'WX_CLIENTIP,WX_APPID',
      WX_CLIENTIP: '127.0.0.1',
      WX_APPID: APPID,
      WX_OPENID: openid || undefined,
    };
  }

  private poolOf(functionName: string): FunctionPool {
    let pool = this.pools.get(functionName);
    if (!pool) {
      const functionFile = this.functionFile(functionName);
      const { environment, log } = this.options;
      pool = new FunctionPool(
        () =>
          new FunctionWorker(functionName, { functionFile }, { ...BASE_ENVIRONMENT, ...environment }, log),
      );
      this.pools.set(functionName, pool);
    }
    return pool;
  }

  private functionFile(functionName: string): string {
    const file = resolve(join(this.options.functionsDir, functionName, 'index.js'));
    if (/^[\w-]+$/.test(functionName) && existsSync(file)) return file;
    throw new InvocationError('FUNCTION_NOT_FOUND', `there is no function ${functionName}`);
  }
}
