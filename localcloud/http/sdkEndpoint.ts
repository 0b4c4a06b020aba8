import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { runDatabaseAction, type DatabaseRequest } from '../database/databaseActions';
import { DatabaseError } from '../database/databaseError';
import type { DocumentStore } from '../database/documentStore';
import { DocumentLocked } from '../database/transactions';
import type { FaultKind, Faults } from '../faults';
import { InvocationError } from '../invocations/invocationError';
import type { FunctionRuntime } from '../invocations/functionRuntime';
import type { InvocationRecord } from '../invocations/invocationRecord';
import type { OpenApi } from '../openapi/openApi';
import { type OpenApiCall, readOpenApiCall } from '../openapi/openApiMessage';
import { readBody } from './readBody';

type Answer = Record<string, unknown>;

const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** What wx-server-sdk talks to: one POST for each database request, callFunction and open API. */
export class SdkEndpoint {
  // Not guessable, so that nothing but the functions of this run gets in.
  private readonly key = randomBytes(16).toString('hex');
  private requests = 0;

  constructor(
    private readonly store: DocumentStore,
    private readonly runtime: () => Pick<FunctionRuntime, 'recordOf' | 'invoke'>,
    private readonly faults: Faults,
    private readonly openApi: OpenApi,
    private readonly log: (line: string) => void,
  ) {}

  /** The path that tells the requests of one invocation. */
  pathFor(invocation: InvocationRecord): string {
    return `/admin/${this.key}/${invocation.id}`;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, , key, id] = request.url!.split(/[/?]/);
    const invocation = key === this.key ? this.runtime().recordOf(id ?? '') : undefined;
    if (!invocation || request.method !== 'POST') {
      response.writeHead(404).end();
      return;
    }
    const body = await readBody(request, MAX_BODY_BYTES);
    const contentType = request.headers['content-type'] ?? '';
    if (contentType.startsWith('multipart/form-data')) {
      this.handleOpenApi(readOpenApiCall(body, contentType), invocation, response);
      return;
    }
    const sent = JSON.parse(body.toString()) as DatabaseRequest;
    if (sent.action.startsWith('database.')) await this.handleDatabase(sent, invocation, response);
    else this.answer(response, await this.handleOther(sent, request, invocation));
  }

  private handleOpenApi(call: OpenApiCall, invocation: InvocationRecord, response: ServerResponse): void {
    const fault = this.faults.decideOpenApi(call.name);
    if (fault === 'lose-request') {
      response.socket?.destroy();
    } else if (fault) {
      const code = fault.slice('refuse:'.length);
      this.answer(response, { code, message: `${code}: refused by a planned fault` });
    } else {
      const { contentType, body } = this.openApi.answer(call, invocation.now());
      response.writeHead(200, { 'content-type': contentType }).end(body);
    }
  }

  private async handleDatabase(
    sent: DatabaseRequest,
    invocation: InvocationRecord,
    response: ServerResponse,
  ): Promise<void> {
    const fault = this.faults.decide({
      invocation: invocation.id,
      functionName: invocation.functionName,
      number: invocation.countRequest(),
      action: sent.action,
      collection: sent.collectionName as string | undefined,
    });
    if (!fault) this.answer(response, await this.applyDatabase(sent, invocation));
    else await this.applyFaulty(fault, sent, invocation, response);
  }

  private async applyFaulty(
    fault: FaultKind,
    sent: DatabaseRequest,
    invocation: InvocationRecord,
    response: ServerResponse,
  ): Promise<void> {
    const apply = () => this.applyDatabase(sent, invocation);
    if (fault.startsWith('refuse:')) {
      // A commit that is refused has undone the transaction.
      const undo = { ...sent, action: 'database.abortTransaction' };
      if (sent.action === 'database.commitTransaction') await this.applyDatabase(undo, invocation);
      const code = fault.slice('refuse:'.length);
      return this.answer(response, { code, message: `${code}: refused by a planned fault` });
    }
    if (fault === 'twice' || fault === 'twice-second-answer') {
      const answers = [await apply(), await apply()];
      return this.answer(response, answers[fault === 'twice' ? 0 : 1]!);
    }
    if (fault === 'again-later') {
      const answer = await apply();
      this.faults.hold(apply);
      return this.answer(response, answer);
    }
    if (fault === 'late') this.faults.hold(apply);
    if (fault === 'kill-after' || fault === 'lose-answer') await apply();
    if (fault === 'kill' || fault === 'kill-after') invocation.worker?.kill();
    response.socket?.destroy();
  }

  private async applyDatabase(sent: DatabaseRequest, invocation: InvocationRecord): Promise<Answer> {
    const cost = { documentsExamined: 0, documentsReturned: 0, aggregateExamined: 0 };
    const context = { now: invocation.now(), cost, log: this.log };
    try {
      for (;;) {
        try {
          return { ...runDatabaseAction(this.store, sent, context) };
        } catch (error) {
          if (!(error instanceof DocumentLocked)) throw error;
          await untilEnded(error);
        }
      }
    } catch (error) {
      return this.refusal(sent, error);
    } finally {
      invocation.charge(cost);
    }
  }

  private refusal(sent: DatabaseRequest, error: unknown): Answer {
    const known = error instanceof DatabaseError;
    if (!known || error.code === 'LOCALCLOUD_UNSUPPORTED') {
      this.log(`${sent.action} on ${String(sent.collectionName)}: ${(error as Error).stack}`);
    }
    const code = known ? error.code : 'SYS_ERR';
    return { code, message: (error as Error).message };
  }

  private async handleOther(
    sent: DatabaseRequest,
    request: IncomingMessage,
    parent: InvocationRecord,
  ): Promise<Answer> {
    if (sent.action !== 'functions.invokeFunction') {
      this.log(`${sent.action} is not supported by the local cloud`);
      return { code: 'LOCALCLOUD_UNSUPPORTED', message: `action ${sent.action}` };
    }
    try {
      const event: unknown = sent.request_data ? JSON.parse(String(sent.request_data)) : {};
      const { result } = await this.runtime().invoke(String(sent.function_name), event, {
        openid: parent.openid,
        // The SDK appends the way it took: `wx_client,scf`.
        source: String(request.headers['x-tcb-source'] ?? 'scf'),
        now: parent.fixedNow,
        parent,
      });
      return { data: { response_data: JSON.stringify(result ?? null) } };
    } catch (error) {
      if (!(error instanceof InvocationError)) throw error;
      return { code: 'FUNCTIONS_EXECUTE_FAIL', message: error.message };
    }
  }

  private answer(response: ServerResponse, answer: Answer): void {
    const body = JSON.stringify({ requestId: `local-${++this.requests}`, ...answer });
    response
      .writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
      })
      .end(body);
  }
}

/** Resolves when the transaction in the way has ended, at the latest when its time is up. */
async function untilEnded({ transaction }: DocumentLocked): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.max(transaction.expiresAt - Date.now(), 0) + 1);
    timer.unref();
  });
  await Promise.race([transaction.ended, timeUp]);
  clearTimeout(timer);
}
