import { BankClock } from '../../client/cloud/bankClock';
import type { CallCloud } from '../../client/cloud/callCloud';
import type { ActionName, FunctionName, Input, Output } from '../../types/routes';

interface Sent {
  asked: string;
  input: unknown;
  purpose: string | undefined;
}

type Reply = (input: never) => unknown;

/** A bank that answers a store as the test says; what is not said is not answered. */
export class ScriptedBank {
  readonly sent: Sent[] = [];
  private readonly replies = new Map<string, Reply>();

  readonly call = (async (functionName: string, action: string, input: never, options = {}) => {
    const asked = `${functionName}.${action}`;
    this.sent.push({ asked, input, purpose: (options as { purpose?: string }).purpose });
    const reply = this.replies.get(asked);
    if (!reply) throw new Error(`nobody said what ${asked} answers`);
    return reply(input);
  }) as CallCloud;

  /** From now on this is answered so. */
  on<F extends FunctionName, A extends ActionName<F>>(
    functionName: F,
    action: A,
    reply: (input: Input<F, A>) => Output<F, A> | Promise<Output<F, A>>,
  ): void {
    this.replies.set(`${functionName}.${action}`, reply);
  }

  /** How often this was asked. */
  count(asked: string): number {
    return this.sent.filter((each) => each.asked === asked).length;
  }
}

/** A clock that stands until it is moved. */
export class SetClock extends BankClock {
  constructor(public at: number) {
    super();
  }

  override now(): number {
    return this.at;
  }
}

/** A promise that is kept when the test says so. */
export function later<T>(): {
  promise: Promise<T>;
  come: (value: T) => void;
  fail: (error: unknown) => void;
} {
  let come!: (value: T) => void;
  let fail!: (error: unknown) => void;
  const promise = new Promise<T>((resolve, reject) => {
    come = resolve;
    fail = reject;
  });
  return { promise, come, fail };
}
