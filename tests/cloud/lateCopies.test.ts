import { sha256 } from '../../cloudfunctions/platform/secret';
import { DAY } from '../../types/day';
import type { Award, Correction, Council, Page, Passbook, Proposal } from '../../types/entities';
import { closePage, nextPage } from '../../cloudfunctions/bank/ledger';
import { CHAINS } from '../support/chains';
import type { Deed } from '../support/deed';
import { Laboratory } from '../support/everyAction';
import { keepsItsPromises } from '../support/promises';
import { richHolder } from '../support/scenes';
import { newRequestId, openBranch, TestBank, type TestBranch } from '../support/testBank';
import { everything } from '../support/traces';

/** What nothing is in any more once it has ended. */
const UNDER_WAY = { orders: 'reserved', attendances: 'in', awards: 'proposed', corrections: 'proposed' };

describe('a copy of a writing request that comes when all is long done', () => {
  let bank: TestBank;
  let branch: TestBranch;
  let copies = 0;
  let turned = 0;
  const done: Record<string, unknown> = {};

  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
    // Some chains begin days before they end.
    bank.pass(10 * DAY);
    await bank.wakeClock();
    const { manager, branchId, masks } = branch;
    await manager.do('desk', 'stock', { rewardId: masks, kind: 'received', lots: 1_000, reason: '进货' });
    const { merchants } = await manager.do('desk', 'merchants', { branchId });
    const lab = new Laboratory(branch, await richHolder(branch, '周桂兰'), merchants[0]!.id);
    for (const [chain, prepare] of Object.entries(CHAINS)) done[chain] = await keepCopies(await prepare(lab));
  }, 120_000);
  afterAll(async () => {
    process.stdout.write(`\n${bank.cloud.faults.heldCount} requests kept, ${copies} copies delivered\n`);
    await bank.stop();
  });

  it('is kept of every writing request of every chain', () => {
    const once = Object.fromEntries(Object.keys(CHAINS).map((chain) => [chain, 1]));
    expect(done).toEqual(once);
    expect(bank.cloud.faults.heldCount).toBeGreaterThan(2 * Object.keys(CHAINS).length);
  });

  it('changes nothing at once', () => changesNothing());

  it.each([1, 2, 5])('changes nothing when its page has been turned %d times', async (turns) => {
    while (turned < turns) turnPages();
    await changesNothing();
  });

  it('changes nothing when its order, attendance or award has ended', async () => {
    for (const { _id: awardId } of all<Award>('awards', { state: 'proposed', branchId: branch.branchId }))
      await branch.manager.do('desk', 'approve', { awardId, approved: false });
    for (const { _id: correctionId } of all<Correction>('corrections', { state: 'proposed' }))
      await branch.manager.do('desk', 'decideCorrection', { correctionId, approved: false });
    // Orders expire, attendances lapse, votes are counted, days are closed.
    bank.pass(10 * DAY);
    for (let wakings = 0; wakings < 3; wakings++) expect((await bank.wakeClock()).failed).toEqual([]);
    for (const [collection, state] of Object.entries(UNDER_WAY))
      expect(all(collection, { state })).toEqual([]);
    await changesNothing();
  });

  /** Does it once, keeping a copy of each request that writes. @returns how often it was done */
  async function keepCopies({ by, name, action, input, effects }: Deed): Promise<unknown> {
    const { faults } = bank.cloud;
    faults.when(({ action: request }) => (/insert|modify|remove/.test(request) ? 'again-later' : undefined));
    if (by === 'clock') await bank.wakeClock();
    else await by.do(name as 'desk', action as 'stock', input as never, newRequestId());
    faults.clear();
    return effects();
  }

  async function changesNothing(): Promise<void> {
    const before = standing();
    for (const backwards of [false, true]) {
      copies += await bank.cloud.faults.deliverHeld({ backwards, keep: true });
      expect(standing()).toEqual(before);
    }
    await keepsItsPromises(bank, false);
  }

  /**
   * All that there is. A council's one place for a vote counts as free when the opening that has it came to its end:
   * the next one takes it.
   */
  function standing(): Record<string, object[]> {
    const open = new Set(all<Proposal>('proposals', { stage: 'voting' }).map(({ _id }) => _id));
    const councils = all<Council>('councils').map((council) => ({
      ...council,
      voting: open.has(council.voting?.split('@')[0] ?? '') ? council.voting : null,
    }));
    return { ...everything(bank), councils };
  }

  /** Turns the page of every passbook, as when it is full. */
  function turnPages(): void {
    const { database } = bank.cloud;
    for (const passbook of all<Passbook>('passbooks')) {
      const page = closePage(passbook, bank.now, sha256);
      database.collection<Page>('pages').insert(page);
      database.collection('passbooks').update({ _id: passbook._id }, { $set: { page: nextPage(page) } });
    }
    turned += 1;
  }

  function all<T extends object>(collection: string, query: Record<string, unknown> = {}): T[] {
    return bank.cloud.database.collection<T>(collection).find(query);
  }
});
