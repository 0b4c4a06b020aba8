import { DAY, MINUTE } from '../../types/day';
import type { FaultKind } from '../../localcloud';
import { CHAINS } from '../support/chains';
import type { Deed } from '../support/deed';
import { Laboratory } from '../support/everyAction';
import { keepsItsPromises } from '../support/promises';
import { richHolder } from '../support/scenes';
import { newRequestId, openBranch, TestBank } from '../support/testBank';

/** In worker threads that really die; `tests/simulation/everyFault.test.ts` has every chain. */
const MORTAL = [
  'check in, walking in',
  'check out',
  'undo, fetching points back from an order',
  'approve',
  'reserve',
  'cancel',
  'confirm',
  'expire',
  'correction of an order',
  'close, giving the rest away',
  'closing of a day',
  'decide',
];
/** Banks side by side, as there are processors: each killed instance takes a while to be replaced. */
const LANES = 2;
const CHAINS_OF_A_BANK = 3;
const MOST_ATTEMPTS = 4;

/** The orders that an undoing cancels are chains of their own, which are the clock's to finish. */
const LEAVES_TO_THE_CLOCK = 'undo, fetching points back from an order';

interface Accident {
  kind: FaultKind;
  /** The number of the request that it befalls. */
  at: number;
}

interface Victim extends Accident {
  deed: Deed;
  requestId: string;
  told: string;
}

describe('when an instance dies, an answer is lost, or a request comes twice or too late', () => {
  const failures = new Map<string, string[]>();
  let kills = 0;
  let accidents = 0;

  beforeAll(async () => {
    const waiting = [...MORTAL];
    await Promise.all(Array.from({ length: LANES }, () => work(waiting)));
    process.stdout.write(`\n${accidents} accidents in ${failures.size} chains, ${kills} of them deaths\n`);
  }, 900_000);

  it.each(MORTAL)('%s happens once', (chain) => {
    expect(failures.get(chain)).toEqual([]);
  });

  /** Takes one chain after the other through its accidents. */
  async function work(waiting: string[]): Promise<void> {
    while (waiting.length > 0) {
      const lab = await openLaboratory();
      for (const chain of waiting.splice(0, CHAINS_OF_A_BANK)) {
        const victims = new Victims(lab, chain);
        await victims.suffer();
        failures.set(chain, victims.broken);
        kills += victims.kills;
        accidents += victims.accidents;
      }
      await lab.bank.stop();
    }
  }
});

async function openLaboratory(): Promise<{ bank: TestBank; lab: Laboratory }> {
  const bank = await TestBank.open();
  const branch = await openBranch(bank);
  // Some chains begin days before they end.
  bank.pass(10 * DAY);
  const { manager, branchId, masks } = branch;
  await manager.do('desk', 'stock', { rewardId: masks, kind: 'received', lots: 1_000, reason: '进货' });
  const { merchants } = await manager.do('desk', 'merchants', { branchId });
  return { bank, lab: new Laboratory(branch, await richHolder(branch, '周桂兰'), merchants[0]!.id) };
}

/** The accidents of one chain. */
class Victims {
  readonly broken: string[] = [];
  accidents = 0;
  kills = 0;
  private readonly bank: TestBank;
  private readonly lab: Laboratory;

  constructor(
    { bank, lab }: { bank: TestBank; lab: Laboratory },
    private readonly chain: string,
  ) {
    this.bank = bank;
    this.lab = lab;
  }

  /**
   * Lets each request of the chain that writes meet with each accident. A request that only reads leaves all as it
   * was: to die around it, or after a write, is to die before the next write, or after the last.
   */
  async suffer(): Promise<void> {
    const writes = await this.rehearse();
    const deaths = [
      ...writes.map((at) => ({ kind: 'kill', at }) as const),
      { kind: 'kill-after', at: writes.at(-1)! } as const,
    ];
    this.kills = deaths.length;
    await this.endure(deaths, 'by the client');
    const copies = ['twice', 'late', 'twice-second-answer'] as const;
    await this.endure(
      writes.map((at, index) => ({ kind: copies[index % 3]!, at })),
      'by the client',
    );
    const lost = writes.map((at) => ({ kind: 'lose-answer', at }) as const);
    await this.endure(
      lost.filter((_, index) => index % 2 === 0),
      'by the client',
    );
    await this.endure(
      lost.filter((_, index) => index % 2 === 1),
      'by the clock',
    );
    await this.dustSettles();
  }

  /** Does it without an accident. @returns which of its database requests write */
  private async rehearse(): Promise<number[]> {
    const { faults } = this.bank.cloud;
    const deed = await this.prepare();
    const writes: number[] = [];
    faults.when(({ number, action }) => {
      if (/insert|modify|remove/.test(action)) writes.push(number);
      return undefined;
    });
    const told = await this.attempt(deed, newRequestId());
    faults.clear();
    if (told !== 'ok' || deed.effects() !== 1) this.broken.push(`by itself: ${told}`);
    return writes;
  }

  private async endure(accidents: Accident[], finished: 'by the client' | 'by the clock'): Promise<void> {
    this.accidents += accidents.length;
    const victims: Victim[] = [];
    for (const { kind, at } of accidents) {
      const [deed, requestId] = [await this.prepare(), newRequestId()];
      this.bank.cloud.faults.next({ kind, at });
      const victim = { kind, at, deed, requestId, told: await this.attempt(deed, requestId) };
      this.bank.cloud.faults.clear();
      victims.push(victim);
      // A clock that wakes finishes what it finds.
      if (deed.by === 'clock') await this.retry(victim);
    }
    await this.promises(`${accidents[0]?.kind}, midway`, false);
    if (finished === 'by the clock') await this.wake(victims);
    else for (const victim of victims) await this.retry(victim);
  }

  /** All that was begun has come to its end. */
  private async dustSettles(): Promise<void> {
    if (this.chain === LEAVES_TO_THE_CLOCK) await this.wake([]);
    await this.promises('in the end', true);
  }

  /** The client sends the same request until it is told how it ended, and once more when all is done. */
  private async retry({ deed, requestId, kind, at, told }: Victim): Promise<void> {
    for (let tries = 1; told !== 'ok' && tries < MOST_ATTEMPTS; tries++)
      told = await this.attempt(deed, requestId);
    const counted = [deed.effects()];
    await this.bank.cloud.faults.deliverHeld();
    counted.push(deed.effects());
    await this.attempt(deed, requestId);
    counted.push(deed.effects());
    if (told !== 'ok' || counted.join() !== '1,1,1')
      this.broken.push(`${kind} at ${at}: ${told}, ${counted.join()} effects`);
  }

  /** Nobody asks again: the clock finishes what was begun. What was not begun stays undone. */
  private async wake(victims: Victim[]): Promise<void> {
    this.bank.pass(5 * MINUTE);
    const { failed } = await this.bank.wakeClock();
    this.broken.push(...failed);
    for (const { deed, kind, at } of victims)
      if (deed.effects() > 1) this.broken.push(`${kind} at ${at}: ${deed.effects()} effects`);
  }

  private async promises(when: string, settled: boolean): Promise<void> {
    await keepsItsPromises(this.bank, settled).catch((error: unknown) =>
      this.broken.push(`${when}: ${String(error)}`),
    );
  }

  private prepare(): Promise<Deed> {
    return CHAINS[this.chain]!(this.lab);
  }

  /** What the client is told: `ok`, the code of a refusal, or that there was no answer. */
  private async attempt({ by, name, action, input }: Deed, requestId: string): Promise<string> {
    try {
      if (by === 'clock') return (await this.bank.wakeClock()).failed.join() || 'ok';
      const told = await by.call(name as 'desk', action as 'stock', input as never, requestId);
      return told.ok ? 'ok' : told.code;
    } catch (error) {
      return String(error);
    }
  }
}
