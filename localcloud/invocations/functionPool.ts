import type { FunctionWorker } from './functionWorker';
import { InvocationError } from './invocationError';

const MAX_WORKERS = 4;

/** The instances of one function: grown when all are busy, up to four, and kept warm. */
export class FunctionPool {
  private readonly idle: FunctionWorker[] = [];
  private readonly all = new Set<FunctionWorker>();
  private readonly waiting: { resolve(worker: FunctionWorker): void; reject(error: Error): void }[] = [];
  private stopped = false;

  constructor(private readonly create: () => FunctionWorker) {}

  /** Runs `work` on an instance of its own; those who find all busy wait in line. */
  async withWorker<T>(work: (worker: FunctionWorker) => Promise<T>): Promise<T> {
    const worker = await this.acquire();
    try {
      return await work(worker);
    } finally {
      this.release(worker);
    }
  }

  /** Ends the idle instances now and the busy ones after their invocation. */
  async recycle(): Promise<void> {
    const old = this.idle.splice(0);
    this.all.clear();
    await Promise.all(old.map((worker) => worker.stop()));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    for (const { reject } of this.waiting.splice(0)) reject(stopping());
    const old = [...this.all];
    this.idle.length = 0;
    this.all.clear();
    await Promise.all(old.map((worker) => worker.stop()));
  }

  private acquire(): Promise<FunctionWorker> {
    if (this.stopped) return Promise.reject(stopping());
    // The one used last is the warmest.
    for (let worker = this.idle.pop(); worker; worker = this.idle.pop()) {
      if (worker.alive) return Promise.resolve(worker);
      this.all.delete(worker);
    }
    if (this.all.size < MAX_WORKERS) return Promise.resolve(this.add());
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  private add(): FunctionWorker {
    const worker = this.create();
    this.all.add(worker);
    return worker;
  }

  private release(worker: FunctionWorker): void {
    const kept = worker.alive && this.all.has(worker);
    if (!kept) {
      this.all.delete(worker);
      void worker.stop();
    }
    const next = this.waiting.shift();
    if (next) next.resolve(kept ? worker : this.add());
    else if (kept) this.idle.push(worker);
  }
}

const stopping = (): InvocationError => new InvocationError('FUNCTIONS_KILLED', 'the local cloud stops');
