import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { localCloudFolder } from '../localCloudFolder';
import { InvocationError } from './invocationError';
import type { InvokeMessage, WorkerMessage, WorkerSetUp } from './workerMessages';

const MEMORY_MB = 256;

let compiledBootstrap: string | undefined;

/** The bootstrap as JavaScript: a worker thread has no TypeScript loader of its own. */
function bootstrapCode(): string {
  compiledBootstrap ??= buildSync({
    entryPoints: [join(localCloudFolder, 'invocations', 'bootstrap.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    write: false,
  }).outputFiles[0]!.text;
  return compiledBootstrap;
}

/**
 * One instance of a function: a thread with its own `process.env` that keeps the function's modules warm and
 * takes one invocation at a time, as in the cloud.
 */
export class FunctionWorker {
  private readonly thread: Worker;
  private settle: { resolve(result: string | undefined): void; reject(error: Error): void } | undefined;
  private timer: NodeJS.Timeout | undefined;
  alive = true;

  constructor(
    readonly functionName: string,
    setUp: WorkerSetUp,
    environment: Record<string, string>,
    private readonly log: (line: string) => void,
  ) {
    this.thread = new Worker(bootstrapCode(), {
      eval: true,
      env: environment,
      workerData: setUp,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    this.thread.on('message', (message: WorkerMessage) => this.handleMessage(message));
    this.thread.on('error', (error) => {
      log(`[${functionName}] ${error.stack ?? error.message}`);
      this.die(new InvocationError('FUNCTIONS_EXECUTE_FAIL', error.message));
    });
    this.thread.on('exit', () =>
      this.die(new InvocationError('FUNCTIONS_EXECUTE_FAIL', 'the function has exited')),
    );
    this.thread.unref();
  }

  /**
   * @returns the function's result as JSON text, undefined for undefined
   * @throws InvocationError
   */
  invoke(message: InvokeMessage, timeLimitMs: number): Promise<string | undefined> {
    this.thread.ref();
    return new Promise<string | undefined>((resolve, reject) => {
      this.settle = { resolve, reject };
      this.timer = setTimeout(() => {
        this.kill(new InvocationError('FUNCTIONS_TIME_LIMIT_EXCEEDED', `no answer within ${timeLimitMs} ms`));
      }, timeLimitMs);
      this.thread.postMessage(message);
    });
  }

  /** Ends the thread in the middle of whatever it does. */
  kill(error = new InvocationError('FUNCTIONS_KILLED', 'the instance was killed')): void {
    this.die(error);
    void this.thread.terminate();
  }

  async stop(): Promise<void> {
    this.die(new InvocationError('FUNCTIONS_KILLED', 'the local cloud stops'));
    await this.thread.terminate();
  }

  private handleMessage(message: WorkerMessage): void {
    if (message.kind === 'log') {
      this.log(`[${this.functionName}] ${message.line}`);
    } else if (message.kind === 'result') {
      this.take()?.resolve(message.result);
    } else {
      this.log(`[${this.functionName}] ${message.stack || message.message}`);
      this.take()?.reject(
        new InvocationError('FUNCTIONS_EXECUTE_FAIL', `${message.name}: ${message.message}`),
      );
    }
  }

  private die(error: InvocationError): void {
    this.alive = false;
    this.take()?.reject(error);
  }

  private take() {
    clearTimeout(this.timer);
    const { settle } = this;
    this.settle = undefined;
    this.thread.unref();
    return settle;
  }
}
