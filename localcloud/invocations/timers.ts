import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cronMatches, parseCron, type Cron } from './cron';
import type { FunctionRuntime, Invocation } from './functionRuntime';

interface Trigger {
  functionName: string;
  name: string;
  cron: Cron;
}

/** Wakes functions by the timer triggers in their config.json, in China's time. */
export class Timers {
  private interval: NodeJS.Timeout | undefined;
  private lastSecond = 0;

  constructor(
    private readonly functionsDir: string,
    private readonly runtime: FunctionRuntime,
    private readonly now: () => number,
    private readonly log: (line: string) => void,
  ) {}

  start(): void {
    const triggers = this.readTriggers();
    this.lastSecond = Math.floor(this.now() / 1000);
    this.interval = setInterval(() => this.tick(triggers), 1000);
    this.interval.unref();
  }

  stop(): void {
    clearInterval(this.interval);
  }

  /** @param at the time that the function sees, and that the event names */
  fire<T>(functionName: string, at?: number): Promise<Invocation<T>> {
    const name =
      this.readTriggers().find((trigger) => trigger.functionName === functionName)?.name ?? 'timer';
    const event = {
      Type: 'Timer',
      TriggerName: name,
      Time: new Date(at ?? this.now()).toISOString(),
      Message: '',
    };
    return this.runtime.invoke<T>(functionName, event, { source: 'wx_trigger', now: at });
  }

  private tick(triggers: Trigger[]): void {
    const second = Math.floor(this.now() / 1000);
    // A machine that slept, or a clock set ahead, makes up for the last minute only: timer jobs do what is due.
    const from = Math.max(this.lastSecond + 1, second - 59);
    for (const { functionName, cron } of triggers) {
      let due = false;
      for (let at = from; at <= second; at++) due ||= cronMatches(cron, at * 1000);
      if (due)
        this.fire(functionName).catch((error: unknown) =>
          this.log(`timer of ${functionName}: ${String(error)}`),
        );
    }
    this.lastSecond = Math.max(second, this.lastSecond);
  }

  private readTriggers(): Trigger[] {
    return readdirSync(this.functionsDir).flatMap((functionName) => {
      const file = join(this.functionsDir, functionName, 'config.json');
      if (!existsSync(file)) return [];
      const { triggers = [] } = JSON.parse(readFileSync(file, 'utf8')) as {
        triggers?: { name: string; type: string; config: string }[];
      };
      return triggers
        .filter(({ type }) => type === 'timer')
        .map(({ name, config }) => ({ functionName, name, cron: parseCron(config) }));
    });
  }
}
