import { seededRandom } from './seededRandom';

/**
 * What may go wrong with one database request:
 * - `kill`: the function's instance dies before the request is applied; `kill-after`: after it
 * - `lose-request`: never arrives, the SDK sees a broken connection; `lose-answer`: applied, then the same
 * - `late`: the SDK sees a broken connection, and the request is applied when `deliverHeld` is called
 * - `again-later`: applied and answered, and applied once more when `deliverHeld` is called
 * - `twice`: applied twice, the function gets the first answer; `twice-second-answer`: it gets the second
 * - `refuse:<code>`: not applied, answered with that error code
 */
export type FaultKind =
  | 'kill'
  | 'kill-after'
  | 'lose-request'
  | 'lose-answer'
  | 'late'
  | 'again-later'
  | 'twice'
  | 'twice-second-answer'
  | `refuse:${string}`;

export interface FaultRequest {
  /** Id of the invocation. */
  invocation: string;
  functionName: string;
  /** Which database request of the invocation this is, from 1. */
  number: number;
  /** As on the wire, such as `database.modifyDocument`. */
  action: string;
  collection: string | undefined;
}

export type FaultRule = (request: FaultRequest) => FaultKind | undefined;

/** What may go wrong with a call of WeChat's open APIs: no connection, or an error instead of an answer. */
export type OpenApiFault = 'lose-request' | `refuse:${string}`;

/** @param name such as `security.msgSecCheck` */
export type OpenApiRule = (name: string) => OpenApiFault | undefined;

const ALL_KINDS: FaultKind[] = ['kill', 'kill-after', 'lose-request', 'lose-answer', 'late', 'twice'];

/** Decides which requests go wrong. Nothing does unless told. */
export class Faults {
  private rules: FaultRule[] = [];
  private openApiRules: OpenApiRule[] = [];
  private held: (() => Promise<unknown>)[] = [];
  private upcoming: { at: number; kind: FaultKind; invocation?: string }[] = [];

  /** Request number `at` of the next invocation that makes a request (and of that one only) meets the fault. */
  next(fault: { at: number; kind: FaultKind }): void {
    this.upcoming.push({ ...fault });
  }

  /** Asks `rule` about every request until `clear`. */
  when(rule: FaultRule): void {
    this.rules.push(rule);
  }

  /** Asks `rule` about every call of an open API until `clear`. */
  whenOpenApi(rule: OpenApiRule): void {
    this.openApiRules.push(rule);
  }

  /** Lets a share `rate` of all requests meet one of `kinds`; the same seed gives the same sequence. */
  random(plan: { seed: number; rate: number; kinds?: FaultKind[] }): void {
    const draw = seededRandom(plan.seed);
    const kinds = plan.kinds ?? ALL_KINDS;
    this.when(() => (draw() < plan.rate ? kinds[Math.floor(draw() * kinds.length)] : undefined));
  }

  /** Ends all faults; what was held stays held. */
  clear(): void {
    this.rules = [];
    this.openApiRules = [];
    this.upcoming = [];
  }

  /**
   * Applies the requests that were held, in their order or backwards; their answers go nowhere.
   * @param keep whether they stay held, so that they come once more the next time
   */
  async deliverHeld({ backwards = false, keep = false } = {}): Promise<number> {
    const held = keep ? [...this.held] : this.held.splice(0);
    if (backwards) held.reverse();
    for (const deliver of held) await deliver();
    return held.length;
  }

  /** Requests on hold. */
  get heldCount(): number {
    return this.held.length;
  }

  /** For the endpoint: keeps a request back. */
  hold(deliver: () => Promise<unknown>): void {
    this.held.push(deliver);
  }

  /** For the endpoint: what happens to this call of an open API. */
  decideOpenApi(name: string): OpenApiFault | undefined {
    const told = this.openApiRules.map((rule) => rule(name));
    return told.find((fault) => fault !== undefined);
  }

  /** For the endpoint: what happens to this request. */
  decide(request: FaultRequest): FaultKind | undefined {
    for (const fault of this.upcoming) {
      fault.invocation ??= request.invocation;
      if (fault.invocation === request.invocation && fault.at === request.number) {
        this.upcoming.splice(this.upcoming.indexOf(fault), 1);
        return fault.kind;
      }
    }
    for (const rule of this.rules) {
      const kind = rule(request);
      if (kind) return kind;
    }
    return undefined;
  }
}
