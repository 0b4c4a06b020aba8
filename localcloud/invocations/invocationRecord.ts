import { randomUUID } from 'node:crypto';
import type { FunctionWorker } from './functionWorker';

/** An invocation under way (or lately ended, for requests that were left behind). */
export class InvocationRecord {
  readonly id = randomUUID();
  databaseRequests = 0;
  documentsExamined = 0;
  documentsReturned = 0;
  aggregateExamined = 0;
  worker: Pick<FunctionWorker, 'kill'> | undefined;

  constructor(
    readonly functionName: string,
    readonly openid: string | undefined,
    readonly source: string,
    private readonly clock: () => number,
    /** Where the bank's time stands still for this invocation. */
    readonly fixedNow: number | undefined,
    /** The invocation whose callFunction this is; its costs are that one's too. */
    readonly parent?: InvocationRecord,
  ) {}

  /** The bank's time, as the function sees it now. */
  now(): number {
    return this.fixedNow ?? this.clock();
  }

  /** Adds what a request cost, here and to the invocations that called this one. */
  charge(
    cost: Partial<Record<'documentsExamined' | 'documentsReturned' | 'aggregateExamined', number>>,
  ): void {
    this.documentsExamined += cost.documentsExamined ?? 0;
    this.documentsReturned += cost.documentsReturned ?? 0;
    this.aggregateExamined += cost.aggregateExamined ?? 0;
    this.parent?.charge(cost);
  }

  /** @returns the request's number within this invocation, from 1 */
  countRequest(): number {
    this.parent?.countRequest();
    return ++this.databaseRequests;
  }
}
