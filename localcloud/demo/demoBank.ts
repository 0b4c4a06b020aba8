import { createHmac } from 'node:crypto';
import { codeStep, type Hmac, makeCode } from '../../types/code';
import type { Instant } from '../../types/day';
import type { ActionName, Answer, FunctionName, Input, Output } from '../../types/routes';
import type { LocalCloud } from '../startLocalCloud';

/** Version of the privacy notice that the people of the street agreed to. */
export const NOTICE = '2026-11';

/** The sweeper finishes at most so many chains of a kind at one waking. */
const A_FULL_ROUND = 50;

const hmac: Hmac = (key, message) => createHmac('sha256', key).update(message).digest();

/** The bank as the street's phones reach it. */
export class DemoBank {
  /** Invocations so far. */
  calls = 0;

  constructor(readonly cloud: Pick<LocalCloud, 'invoke' | 'fireTimer'>) {}

  /** Wakes the bank's timer; finishes what the platform would have finished by then. */
  async wakeClock(now: Instant): Promise<void> {
    const report = { finished: A_FULL_ROUND };
    while (report.finished >= A_FULL_ROUND) {
      this.calls += 1;
      const { result } = await this.cloud.fireTimer<{ finished: number; failed: string[] }>('clock', now);
      if (result.failed.length > 0) throw new Error(`clock: ${result.failed.join('; ')}`);
      report.finished = result.finished;
    }
  }
}

/** Somebody of the street with a phone. */
export class DemoPhone {
  private requests = 0;

  constructor(
    private readonly bank: DemoBank,
    readonly openid: string,
  ) {}

  /** Asks the bank at a moment of its past. @throws Error when it refuses: the street does nothing wrong */
  async do<F extends FunctionName, A extends ActionName<F>>(
    now: Instant,
    functionName: F,
    action: A,
    input: Input<F, A>,
  ): Promise<Output<F, A>> {
    this.requests += 1;
    this.bank.calls += 1;
    const requestId = `${this.openid}-${now}-${this.requests}`;
    const { result } = await this.bank.cloud.invoke<Answer<Output<F, A>>>(
      functionName,
      { action, input, requestId },
      { openid: this.openid, now },
    );
    if (result.ok) return result.data;
    const { code, details } = result.error;
    throw new Error(`${this.openid} ${functionName}.${action}: ${code} ${JSON.stringify(details)}`);
  }
}

/** The check-in code that a phone with this key shows at a moment. */
export function shownCode(passbookId: string, key: string, now: Instant): string {
  return makeCode(passbookId, codeStep(now), Buffer.from(key, 'hex'), hmac);
}
