import type { ActionName, FunctionName, Input, Output } from '../../types/routes';
import type { BankClock } from './bankClock';
import { CallError, type CallErrorCode, isUnanswered } from './CallError';
import type { PendingRequests } from './pendingRequests';
import type { Send } from './send';

interface CallOptions {
  /**
   * Marks a writing action and names what the person means to do, once (`reserve:<rewardId>`): its request
   * id is kept until there is an answer, so the same press again is the same request.
   */
  purpose?: string;
  /** How long to wait for one answer. */
  timeoutMs?: number;
  /** How often to send in all, under one id. */
  tries?: number;
}

/** Asks a function of the bank to do an action. @throws CallError */
export type CallCloud = <F extends FunctionName, A extends ActionName<F>>(
  functionName: F,
  action: A,
  input: Input<F, A>,
  options?: CallOptions,
) => Promise<Output<F, A>>;

interface Means {
  send: Send;
  clock: BankClock;
  pending: PendingRequests;
  wait?: (ms: number) => Promise<void>;
}

const TIMEOUT_MS = 12_000;
const TRIES = 3;
const FIRST_PAUSE_MS = 500;

/** Worth sending again under the same id. */
const PASSING: readonly CallErrorCode[] = ['NETWORK', 'BUSY'];

/** The only way to the functions. */
export function createCallCloud({ send, clock, pending, wait = sleep }: Means): CallCloud {
  async function sendOnce(
    functionName: string,
    action: string,
    input: unknown,
    requestId: string | undefined,
    timeoutMs: number,
  ) {
    const sentAt = Date.now();
    const answer = await send(
      functionName,
      { action, input, ...(requestId ? { requestId } : {}) },
      timeoutMs,
    );
    if (typeof answer.now === 'number') clock.hear(answer.now, sentAt, Date.now());
    if (answer.ok) return answer.data;
    throw new CallError(answer.error.code, answer.error.details as never);
  }

  return async (functionName, action, input, options = {}) => {
    const { purpose, timeoutMs = TIMEOUT_MS, tries = TRIES } = options;
    const requestId = purpose && pending.idFor(purpose, input);
    const settle = () => purpose && requestId && pending.answered(purpose, requestId);
    for (let attempt = 1; ; attempt++) {
      try {
        const data = await sendOnce(functionName, action, input, requestId, timeoutMs);
        settle();
        return data as Output<typeof functionName, typeof action>;
      } catch (error) {
        const code = error instanceof CallError ? error.code : 'NETWORK';
        if (!isUnanswered(error)) settle();
        if (!PASSING.includes(code) || attempt >= tries) throw error;
        await wait(FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.75 + Math.random() / 2));
      }
    }
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
