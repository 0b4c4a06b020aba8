import type { FaultKind } from '../../localcloud';
import { DAY, MINUTE } from '../../types/day';
import { CHAINS } from '../support/chains';
import type { Deed } from '../support/deed';
import { Laboratory } from '../support/everyAction';
import { forgetBooks, keepsItsPromises } from '../support/promises';
import { richHolder } from '../support/scenes';
import { newRequestId, openBranch, type OpenBank } from '../support/testBank';
import { inProcessBank } from './inProcessBank';
import { InProcessCloud } from './inProcessCloud';

/** Everything that can befall one database request. */
export const FAULTS: readonly FaultKind[] = [
  'kill',
  'kill-after',
  'lose-request',
  'lose-answer',
  'late',
  'twice',
  'twice-second-answer',
  'refuse:DATABASE_REQUEST_FAILED',
  'refuse:DATABASE_DUPLICATE_WRITE',
  'refuse:DATABASE_TRANSACTION_CONFLICT',
  'refuse:SYS_ERR',
  'refuse:EXCEED_REQUEST_LIMIT',
];
/** What leaves a chain half done, or its end unknown, when nobody asks again. */
const GIVEN_UP: readonly FaultKind[] = ['kill', 'kill-after', 'late'];
/** As often a client asks before its owner gives up. */
const MOST_TRIES = 4;

/** One chain, brought to where its deed can be done; each accident begins there. */
export class ChainUnderFaults {
  accidents = 0;
  private readonly books: ReturnType<InProcessCloud['snapshot']>;
  private readonly at: number;

  private constructor(
    private readonly cloud: InProcessCloud,
    private readonly bank: OpenBank,
    private readonly deed: Deed,
  ) {
    this.books = cloud.snapshot();
    this.at = bank.now;
  }

  static async open(name: string): Promise<ChainUnderFaults> {
    const cloud = new InProcessCloud();
    const bank = inProcessBank(cloud);
    const branch = await openBranch(bank);
    // Some chains begin days before they end.
    bank.now += 10 * DAY;
    const { manager, branchId } = branch;
    const { merchants } = await manager.do('desk', 'merchants', { branchId });
    const lab = new Laboratory(branch, await richHolder(branch, '周桂兰'), merchants[0]!.id);
    const deed = await CHAINS[name]!(lab);
    // What the clock owes from before is not this chain's; what the clock is to do is not due yet.
    await cloud.fireTimer('clock', bank.now - 1);
    return new ChainUnderFaults(cloud, bank, deed);
  }

  /**
   * Lets each database request of the chain meet with each fault; where that leaves something undone, also with
   * nobody who asks again.
   * @returns what went wrong
   */
  async suffer(): Promise<string[]> {
    const broken: string[] = [];
    const requests = await this.countRequests();
    if (requests === 0) broken.push('asks nothing of the database');
    for (let at = 1; at <= requests; at++) {
      for (const kind of FAULTS) broken.push(...(await this.endure(kind, at, MOST_TRIES)));
      for (const kind of GIVEN_UP) broken.push(...(await this.endure(kind, at, 1)));
    }
    return broken;
  }

  private async countRequests(): Promise<number> {
    this.goBack();
    let requests = 0;
    this.cloud.faults.when(({ number }) => {
      requests = Math.max(requests, number);
      return undefined;
    });
    await this.attempt(newRequestId());
    this.cloud.faults.clear();
    return requests;
  }

  /** Meets with one accident; then the client asks until it knows or has asked so often, and the clock sweeps. */
  private async endure(kind: FaultKind, at: number, mostTries: number): Promise<string[]> {
    this.accidents += 1;
    this.goBack();
    const { faults } = this.cloud;
    const requestId = newRequestId();
    faults.next({ kind, at });
    let told = await this.attempt(requestId);
    faults.clear();
    for (let tries = 1; told !== 'ok' && tries < mostTries; tries++) told = await this.attempt(requestId);
    await faults.deliverHeld();
    this.bank.now += 5 * MINUTE;
    const swept = await this.wakeClock();
    const broken = await keepsItsPromises(this.bank).then(() => 'kept', String);
    const effects = this.deed.effects();
    const isOnce = told === 'ok' ? effects === 1 : mostTries === 1 && effects <= 1;
    if (isOnce && swept === 'ok' && broken === 'kept') return [];
    return [
      `${kind} at ${at}, asked ${mostTries}: told ${told}, ${effects} effects, clock ${swept}, ${broken}`,
    ];
  }

  private goBack(): void {
    this.cloud.restore(this.books);
    this.bank.now = this.at;
    forgetBooks(this.cloud);
  }

  /** What the client is told: `ok`, the code of a refusal, or that there was no answer. */
  private async attempt(requestId: string): Promise<string> {
    const { by, name, action, input } = this.deed;
    try {
      if (by === 'clock') return await this.wakeClock();
      const told = await by.call(name as 'desk', action as 'stock', input as never, requestId);
      return told.ok ? 'ok' : told.code;
    } catch (error) {
      return String(error);
    }
  }

  private async wakeClock(): Promise<string> {
    const { result } = await this.cloud.fireTimer<{ failed: string[] }>('clock', this.bank.now);
    return result.failed.join() || 'ok';
  }
}
