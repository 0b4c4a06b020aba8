import { createHash } from 'node:crypto';
import { MINUTE } from '../../types/day';
import type { Faults } from '../../localcloud';
import { seededRandom } from '../../localcloud/seededRandom';
import { forgetBooks, keepsItsPromises } from '../support/promises';
import type { OpenBank } from '../support/testBank';
import { nextOperation, nextPause, type Operation } from './operations';
import { Chance, inBank, type World } from './world';

/** People, tellers and merchants who act at once. */
const LANES = 4;
const MOST_TRIES = 4;
/** Of all database requests of the troubled part, so many in a hundred go wrong. */
const FAULTS_PERCENT = 6;

/** How long a function may take, in milliseconds. */
const LONGEST_CALL = 20_000;

const KINDS: Parameters<Faults['random']>[0]['kinds'] = [
  ...(['lose-request', 'lose-answer', 'late', 'twice', 'twice-second-answer', 'kill', 'kill-after'] as const),
  ...([
    'refuse:DATABASE_REQUEST_FAILED',
    'refuse:DATABASE_DUPLICATE_WRITE',
    'refuse:DATABASE_TRANSACTION_CONFLICT',
    'refuse:SYS_ERR',
    'refuse:EXCEED_REQUEST_LIMIT',
  ] as const),
];

/** Whose refusals are remembered by their request: the same answer for good. */
const REMEMBERED = new Set(['reserve', 'award', 'confirm', 'correct']);

/** What somebody was told of a request: `ok`, or the code of its refusal. */
interface Told {
  operation: Operation;
  requestId: string;
  outcome: string;
}

export interface Outcome {
  violations: string[];
  operations: number;
  /** The same for the same seed, where nothing but the seed decides. */
  trace: string;
  outcomes: Map<string, number>;
}

/**
 * Lives one history: people act at once on a small branch while requests are lost, doubled, late and refused and
 * instances die. The promises are checked after every operation; in the end everybody asks again until they have an
 * answer, the clock sweeps, and every promise must hold and every answer stand.
 */
export async function live(
  origin: World,
  bank: OpenBank,
  seed: number,
  length: number,
  tell: (line: string) => void = () => {},
): Promise<Outcome> {
  forgetBooks(bank.cloud);
  const history = new History(inBank(origin, bank), bank, seed, tell);
  await history.live(length);
  return history.outcome();
}

class History {
  private readonly chance: Chance;
  private readonly told: Told[] = [];
  private readonly unanswered: { operation: Operation; requestId: string }[] = [];
  private readonly violations: string[] = [];
  private readonly trace = createHash('sha256');
  private readonly outcomes = new Map<string, number>();
  /** Calls that have no answer yet, and when they began. */
  private readonly underWay = new Map<Promise<unknown>, number>();
  private operations = 0;
  /** The latest moment that the clock has shown: it may have been set back since. */
  private latest = 0;

  constructor(
    private readonly world: World,
    private readonly bank: OpenBank,
    private readonly seed: number,
    private readonly tell: (line: string) => void,
  ) {
    this.chance = new Chance(seededRandom(seed));
  }

  async live(length: number): Promise<void> {
    const { faults } = this.bank.cloud;
    faults.random({ seed: this.seed + 1, rate: FAULTS_PERCENT / 100, kinds: KINDS });
    await Promise.all(Array.from({ length: LANES }, () => this.lane(length)));
    faults.clear();
    await this.settle();
  }

  outcome(): Outcome {
    const { violations, operations, outcomes } = this;
    return { violations, operations, outcomes, trace: this.trace.digest('hex') };
  }

  private async lane(length: number): Promise<void> {
    while (this.operations < length && this.violations.length === 0) {
      const operation = ++this.operations;
      await this.pass(nextPause(this.chance));
      if (this.chance.percent(6)) await this.wakeClock();
      else if (this.chance.percent(4)) await this.bank.cloud.faults.deliverHeld();
      else if (this.told.length > 0 && this.chance.percent(8)) await this.askAgain(this.chance.of(this.told));
      else await this.attempt(nextOperation(this.world, this.chance), requestIdOf(this.seed, operation));
      await this.check(false);
    }
  }

  /** Moves the clock; no call outlives the time that the platform gives a function. */
  private async pass(pause: number): Promise<void> {
    const overdue = () => [...this.underWay].filter(([, at]) => at < this.bank.now + pause - LONGEST_CALL);
    for (let calls = overdue(); calls.length > 0; calls = overdue())
      await Promise.allSettled(calls.map(([call]) => call));
    this.bank.now += pause;
    this.latest = Math.max(this.latest, this.bank.now);
  }

  private async underWayUntil<T>(call: Promise<T>): Promise<T> {
    this.underWay.set(call, this.bank.now);
    return call.finally(() => this.underWay.delete(call));
  }

  /** As a phone does: the same request until there is an answer, or until its owner gives up for now. */
  private async attempt(operation: Operation, requestId: string): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const outcome = await this.send(operation, requestId);
      if (outcome !== null) return;
    }
    this.unanswered.push({ operation, requestId });
  }

  private async send(operation: Operation, requestId: string): Promise<string | null> {
    const { by, functionName, action, input, name, heard } = operation;
    try {
      const told = await this.underWayUntil(
        by.call(functionName as 'desk', action as 'stock', input as never, requestId),
      );
      const outcome = told.ok ? 'ok' : told.code;
      this.note(`${name} ${outcome}`, `${requestId} ${JSON.stringify(input)}`);
      if (outcome === 'BUSY') return null;
      if (outcome === 'INTERNAL') this.violate(`${name}: INTERNAL`);
      if (told.ok) heard?.(told.data as unknown as Record<string, unknown>);
      this.told.push({ operation, requestId, outcome });
      return outcome;
    } catch (error) {
      this.note(`${name} ${String(error).slice(0, 40)}`, requestId);
      return null;
    }
  }

  /** Whoever was told an answer once is told it again. */
  private async askAgain({ operation, requestId, outcome }: Told): Promise<void> {
    if (outcome !== 'ok' && !REMEMBERED.has(operation.name)) return;
    const again = await this.send({ ...operation, heard: undefined }, requestId);
    if (again === null || again === outcome) return;
    const { name } = operation;
    // What was done and then taken back says so.
    const takenBack =
      outcome === 'ok' && /^(ALREADY_|VOUCHER_|ORDER_ENDED|NOT_|LINE_|CODE_|PASSBOOK_|POINTS_)/.test(again);
    if (!takenBack && !this.answeredByAnother(name, requestId))
      this.violate(`${name} ${requestId}: told ${outcome}, then ${again}`);
  }

  /** Whoever had a place already was told so; that place may have gone since, and nothing knows of this request. */
  private answeredByAnother(name: string, requestId: string): boolean {
    return (
      name === 'signUp' && this.bank.cloud.database.collection('signUps').find({ requestId }).length === 0
    );
  }

  private async wakeClock(): Promise<void> {
    try {
      await this.underWayUntil(this.bank.cloud.fireTimer('clock', this.bank.now));
      this.note('clock');
    } catch (error) {
      this.note(`clock ${String(error).slice(0, 40)}`);
    }
  }

  /** The dust settles: late requests land, everybody asks until they know, the clock sweeps. */
  private async settle(): Promise<void> {
    const { faults } = this.bank.cloud;
    await faults.deliverHeld();
    for (const { operation, requestId } of this.unanswered) {
      let outcome: string | null = null;
      for (let tries = 0; tries < MOST_TRIES && outcome === null; tries++)
        outcome = await this.send(operation, requestId);
      if (outcome === null) this.violate(`${operation.name} ${requestId}: never answered`);
    }
    // The sweeper leaves alone what seems to be younger than now.
    this.bank.now = this.latest + 5 * MINUTE;
    for (let round = 0; round < 2; round++) {
      const { result } = await this.bank.cloud.fireTimer<{ failed: string[] }>('clock', this.bank.now);
      for (const failure of result.failed) this.violate(`clock: ${failure}`);
    }
    await this.check(true);
    for (const told of [...this.told]) if (this.violations.length === 0) this.standsBy(told);
  }

  /** What somebody was told is done stands in the books. */
  private standsBy({ operation, requestId, outcome }: Told): void {
    const { name } = operation;
    if (outcome !== 'ok') return;
    const collection = RECORDS[name];
    if (!collection) return;
    const [field, made] = collection;
    const found = this.bank.cloud.database.collection(made).find({ [field]: requestId });
    if (found.length !== 1) this.violate(`${name} ${requestId}: told ok, ${found.length} records`);
  }

  private async check(settled: boolean): Promise<void> {
    await keepsItsPromises(this.bank, settled).catch((error: unknown) =>
      this.violate(error instanceof Error ? error.message : String(error)),
    );
  }

  private note(what: string, more = ''): void {
    this.tell(`${new Date(this.bank.now).toISOString()} ${what} ${more}`);
    this.trace.update(`${what}\n`);
    this.outcomes.set(what, (this.outcomes.get(what) ?? 0) + 1);
  }

  private violate(what: string): void {
    this.violations.push(`seed ${this.seed}, operation ${this.operations}: ${what}`);
  }
}

function requestIdOf(seed: number, operation: number): string {
  return `history-${String(seed).padStart(8, '0')}-${String(operation).padStart(4, '0')}`;
}

/** Where the record of an operation that succeeded carries its request, and in which collection it stands. */
const RECORDS: Record<string, [field: string, collection: string]> = {
  reserve: ['placed.requestId', 'orders'],
  award: ['proposed.requestId', 'awards'],
  correct: ['proposed.requestId', 'corrections'],
  stock: ['act.requestId', 'stockEntries'],
};
