import { CHAINS } from '../support/chains';
import { cheaperRice, type CouncilBranch, openCouncil, openVote, propose } from '../support/council';
import type { Deed } from '../support/deed';
import { Laboratory } from '../support/everyAction';
import { closeBank, richHolder } from '../support/scenes';
import { newRequestId, OPENING, openBranch, openPassbook, TestBank } from '../support/testBank';
import { everything } from '../support/traces';

/** A word of the local cloud's list. */
const FORBIDDEN = '来赌博吧';
const HARMLESS = '大家一起来';
const CHECK = 'security.msgSecCheck';
const REVIEW_DAY = Date.UTC(2026, 11, 28, 4);

/** What somebody writes for others to read, wherever it is written. */
const WRITINGS: Record<string, (council: CouncilBranch, text: string) => Promise<Deed>> = {
  'a comment': async (council, text) => {
    const proposalId = await propose(council);
    return writing(council.seats['community-1']!, 'comment', { proposalId, text });
  },
  'a suggestion': async (council, text) => {
    const { person } = await openPassbook(council, `周桂兰${++people}`);
    return writing(person, 'suggest', { branchId: council.branchId, text });
  },
  'the explanation of a proposal': (council, explanation) =>
    proposing(council, { title: '大米降价', explanation }),
  'the title of a proposal': (council, title) => proposing(council, { title, explanation: '' }),
  'the explanation of an amendment': async (council, explanation) => {
    const proposalId = await propose(council);
    const wording = { ...cheaperRice(council, 5_500), explanation };
    return writing(council.seats['community-1']!, 'amend', { proposalId, revision: 1, ...wording });
  },
  'minutes of a meeting': async (council, text) => {
    const proposalId = await voteOf(council);
    const votes = [{ seatId: 'community-1', choice: 'agree' }];
    return writing(council.manager, 'record', { proposalId, revision: 1, text, photoIds: [], votes });
  },
  'a review': async (council, comment) => {
    const { person } = await openPassbook(council, `周桂兰${++people}`);
    council.bank.now = REVIEW_DAY;
    return writing(person, 'review', { branchId: council.branchId, version: 1, stars: 1, comment });
  },
};

let people = 0;
const votes = new WeakMap<CouncilBranch, string>();

/** The vote that is open at a council; opened when it is first needed. */
async function voteOf(council: CouncilBranch): Promise<string> {
  const proposalId = votes.get(council) ?? (await propose(council));
  if (!votes.has(council)) await openVote(council, proposalId);
  votes.set(council, proposalId);
  return proposalId;
}

function writing(by: Exclude<Deed['by'], 'clock'>, action: string, input: object): Deed & { by: typeof by } {
  return { by, name: 'rates', action, input, effects: () => 0 };
}

async function proposing(council: CouncilBranch, more: object): Promise<Deed> {
  const draft = { branchId: council.branchId, ...cheaperRice(council), ...more };
  return writing(council.seats['resident-1']!, 'propose', draft);
}

/** What the bank answers: `ok`, or why not. */
async function tellOf({ by, name, action, input }: Deed, bank: TestBank): Promise<string> {
  if (by === 'clock') return (await bank.wakeClock()).failed.join() || 'ok';
  const told = await by.call(name as 'rates', action as 'suggest', input as never, newRequestId());
  return told.ok ? 'ok' : told.code;
}

describe('what people write for each other', () => {
  let bank: TestBank;
  let council: CouncilBranch;
  beforeAll(async () => {
    bank = await TestBank.open();
    council = await openCouncil(bank);
  });
  beforeEach(() => {
    bank.now = OPENING;
  });
  afterEach(() => bank.cloud.faults.clear());
  afterAll(() => closeBank(bank));

  it.each(Object.entries(WRITINGS))(
    '%s is refused for a forbidden word, and leaves nothing',
    async (_what, write) => {
      const deed = await write(council, FORBIDDEN);
      const before = everything(bank);
      expect(await tellOf(deed, bank)).toBe('TEXT_REFUSED');
      expect(everything(bank)).toEqual(before);
    },
  );

  it.each(Object.entries(WRITINGS))('%s stands when it is harmless', async (_what, write) => {
    expect(await tellOf(await write(council, HARMLESS), bank)).toBe('ok');
  });

  it.each(Object.entries(WRITINGS))('%s stands when it cannot be checked', async (_what, write) => {
    for (const fault of ['lose-request', 'refuse:SYS_ERR'] as const) {
      const asked: string[] = [];
      bank.cloud.faults.whenOpenApi((name) => {
        asked.push(name);
        return fault;
      });
      expect(await tellOf(await write(council, FORBIDDEN), bank)).toBe('ok');
      expect(asked).toContain(CHECK);
      bank.cloud.faults.clear();
    }
  });
});

/** The chains in which people write something for all to read; none of them moves points. */
const WRITTEN = new Set(['propose', 'amend', 'comment', 'suggest', 'record a vote on paper', 'review']);

describe('a step on the ledger, a vote and a decision', () => {
  let bank: TestBank;
  let lab: Laboratory;
  beforeAll(async () => {
    bank = await TestBank.open();
    const branch = await openBranch(bank);
    bank.pass(10 * 24 * 3_600_000);
    const { merchants } = await branch.manager.do('desk', 'merchants', { branchId: branch.branchId });
    lab = new Laboratory(branch, await richHolder(branch, '周桂兰'), merchants[0]!.id);
  });
  afterAll(() => closeBank(bank));

  it.each(Object.keys(CHAINS))('%s waits for no check of texts, unless one was written', async (chain) => {
    const deed = await CHAINS[chain]!(lab);
    const asked: string[] = [];
    bank.cloud.faults.whenOpenApi((name) => void asked.push(name));
    expect(await tellOf(deed, bank)).toBe('ok');
    bank.cloud.faults.clear();
    expect(asked).toEqual(WRITTEN.has(chain) ? [CHECK] : []);
  });
});
