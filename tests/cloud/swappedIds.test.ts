import type { GenericSchema } from 'valibot';
import { DAY, MINUTE } from '../../types/day';
import type { Person } from '../../types/entities';
import type { Answer, FunctionName } from '../../types/routes';
import { schemas } from '../../types/schema';
import { EVERY_ACTION, Laboratory } from '../support/everyAction';
import {
  missing,
  namesSomething,
  personalThings,
  thingFor,
  type Things,
  thingsOfBranch,
} from '../support/othersThings';
import { closeBank, type Holder, richHolder } from '../support/scenes';
import { fieldsOf, put } from '../support/schemaFields';
import {
  giveAward,
  newRequestId,
  openBranch,
  TestBank,
  type TestBranch,
  type TestPerson,
} from '../support/testBank';
import { everything } from '../support/traces';

/** Whose things an id is swapped for: of somebody at the same branch, or of another branch. */
type Whose = 'neighbour' | 'elsewhere';

/** Who rightfully calls what; anything else is called by the holder. */
const CALLERS: Record<string, string> = {
  newcomer: 'passbook.open desk.accept',
  teller: `activity.publish activity.cancel activity.attendances activity.identify activity.checkIn activity.checkOut
    activity.undo desk.merchants desk.passbooks desk.openFor desk.award desk.awards desk.lines desk.correct
    desk.corrections desk.lapsed desk.settleHours desk.waiting desk.rewards desk.closings`,
  manager: `rates.publish rates.record rates.addPhoto rates.decide desk.members desk.invite desk.freeze desk.unfreeze
    desk.approve desk.trail desk.decideCorrection desk.addReward desk.stock`,
  merchant: 'redemption.identify redemption.confirm redemption.undo',
  street: 'desk.setUp desk.createBranch desk.branches desk.charter desk.vacate desk.audit',
  councillor: `rates.propose rates.amend rates.comment rates.abandon rates.open rates.vote rates.confirmRecord`,
};

interface Exception {
  reason: string;
  /** What the caller is told instead of what they would be told of an id that does not exist. */
  told: string;
  swaps: string;
  /** Whether the caller may see whom it is about, and change it. */
  isRightful?: true;
}

/** Everything else is refused just as an id that does not exist. */
const EXCEPTIONS: Exception[] = [
  {
    reason: 'a branch, its sessions and its council’s papers are open to everybody',
    told: 'ok',
    swaps: `elsewhere:passbook.closings.branchId elsewhere:activity.list.branchId elsewhere:activity.get.sessionId
      elsewhere:redemption.catalogue.branchId elsewhere:rates.current.branchId elsewhere:rates.history.branchId
      elsewhere:rates.council.branchId elsewhere:rates.proposal.proposalId
      elsewhere:rates.photo.photoId elsewhere:rates.reviews.branchId`,
  },
  {
    reason: 'suggestions are open to everybody, signed with a surname',
    told: 'ok',
    isRightful: true,
    swaps: 'elsewhere:rates.suggestions.branchId',
  },
  {
    reason: 'anybody opens a passbook at, and gets the news of, the branch of their choice',
    told: 'ok',
    isRightful: true,
    swaps: 'elsewhere:passbook.open.branchId elsewhere:rates.subscribe.branchId',
  },
  {
    reason: 'sessions, rewards, proposals and minutes are open to everybody: that they are is no secret',
    told: 'WRONG_BRANCH',
    swaps: `elsewhere:activity.signUp.sessionId elsewhere:activity.cancel.sessionId
      elsewhere:activity.attendances.sessionId elsewhere:activity.identify.sessionId
      elsewhere:activity.checkIn.sessionId elsewhere:activity.checkOut.sessionId elsewhere:rates.amend.proposalId
      elsewhere:rates.comment.proposalId elsewhere:rates.abandon.proposalId elsewhere:rates.open.proposalId
      elsewhere:rates.vote.proposalId elsewhere:rates.record.proposalId elsewhere:rates.confirmRecord.minutesId
      elsewhere:rates.decide.proposalId elsewhere:desk.stock.rewardId`,
  },
  {
    reason: 'nobody guesses 128 bits: who has the id was shown it by the branch that it names',
    told: 'WRONG_BRANCH',
    swaps: 'elsewhere:desk.approve.awardId elsewhere:desk.decideCorrection.correctionId',
  },
  {
    reason: 'a code that proved itself is told where it counts; who shows it stands before the teller',
    told: 'WRONG_BRANCH',
    swaps: `elsewhere:activity.identify.code elsewhere:activity.checkIn.code elsewhere:activity.checkOut.code`,
  },
  {
    reason: 'staff serve everybody of their branch, and the secretary enters every seat’s vote',
    told: 'ok',
    isRightful: true,
    swaps: `neighbour:activity.identify.code neighbour:activity.checkIn.code neighbour:desk.openFor.speakerId
      neighbour:desk.passbooks.search neighbour:desk.freeze.passbookId neighbour:desk.unfreeze.passbookId
      neighbour:desk.award.passbookId neighbour:desk.approve.awardId neighbour:desk.lines.passbookId
      neighbour:desk.decideCorrection.correctionId neighbour:desk.settleHours.attendanceId
      neighbour:rates.record.votes.0.seatId`,
  },
  {
    reason: 'staff may know who of their branch came, and who has a passbook there',
    told: 'NOT_CHECKED_IN',
    swaps: 'neighbour:activity.checkOut.code',
  },
  {
    reason: 'the same: the roster shows the scan, and only its teller takes it back',
    told: 'FORBIDDEN',
    swaps: 'neighbour:activity.undo.attendanceId',
  },
  {
    reason: 'the same: the passbook is known to the desk, the line is not on it',
    told: 'NOT_FOUND',
    swaps: 'neighbour:desk.correct.passbookId',
  },
  {
    reason: 'the street is above every branch; it set the bank up, whatever code it shows again',
    told: 'ok',
    isRightful: true,
    swaps: `elsewhere:desk.charter.branchId elsewhere:desk.vacate.branchId elsewhere:desk.audit.branchId
      elsewhere:desk.audit.after neighbour:desk.audit.after neighbour:desk.vacate.seatId
      elsewhere:desk.setUp.code neighbour:desk.setUp.code`,
  },
  {
    reason: 'which branches there are is open to everybody',
    told: 'ALREADY_EXISTS',
    swaps: 'elsewhere:desk.createBranch.branchId',
  },
  {
    reason: 'an invitation is for whoever holds its code',
    told: 'ok',
    isRightful: true,
    swaps: `neighbour:desk.invitation.code elsewhere:desk.invitation.code neighbour:desk.accept.code
      elsewhere:desk.accept.code`,
  },
  {
    reason: 'a search that finds nobody is no refusal',
    told: 'ok',
    swaps: 'elsewhere:desk.passbooks.search',
  },
];

/** What is done a while after its input was made. */
const LATER: Record<string, number> = { 'activity.checkOut': 30_000, 'rates.review': 38 * DAY };

const ROUTES = Object.entries(EVERY_ACTION).flatMap(([name, actions]) =>
  Object.keys(actions).map((action) => [name as FunctionName, action] as const),
);

describe('an id swapped for somebody else’s', () => {
  let bank: TestBank;
  let branch: TestBranch;
  let lab: Laboratory;
  let callers: Record<string, TestPerson>;
  let others: Record<Whose, Things>;
  /** What no answer may tell: names as they are and as they are masked, phone numbers, points. */
  let secrets: string[];
  const used = new Set<string>();
  let swaps = 0;

  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
    const elsewhere = await openBranch(bank, '0315');
    const own = new Laboratory(branch, await rich(branch, '周桂兰'), await merchantOf(branch));
    lab = own;
    const known = new Set(people().map(({ _id }) => _id));
    const neighbour = new Laboratory(branch, await rich(branch, '欧阳静', 2), own.merchantId);
    const stranger = new Laboratory(
      elsewhere,
      await rich(elsewhere, '慕容雪', 3),
      await merchantOf(elsewhere),
    );
    others = {
      // The merchant who calls doesn't hand out the rice.
      neighbour: await personalThings(neighbour, branch.rice),
      elsewhere: await thingsOfBranch(stranger),
    };
    const staff = /委员|新柜员/;
    secrets = people()
      .filter(({ _id, name }) => !known.has(_id) && !staff.test(name))
      .flatMap(({ name, phone }) => [name, phone])
      .concat('欧', '慕', ...[neighbour, stranger].map(({ holder }) => `:${balanceOf(holder)}`));
    callers = {
      holder: own.holder.person,
      newcomer: bank.person('过路人'),
      teller: branch.teller,
      manager: branch.manager,
      merchant: branch.merchant,
      street: branch.street,
      councillor: bank.person(`resident-1-${branch.branchId}`),
    };
    // What was begun is finished: an id must not set anything in motion.
    bank.pass(10 * MINUTE);
    await bank.wakeClock();
  });
  afterAll(async () => {
    process.stdout.write(`\n${swaps} swapped ids\n`);
    await closeBank(bank);
  });

  it.each(ROUTES)(
    'in the input of %s.%s is refused, changes nothing and tells nothing',
    async (name, action) => {
      const build = EVERY_ACTION[name][action as never] as (lab: Laboratory) => unknown;
      const schema = (schemas[name] as Record<string, GenericSchema>)[action]!;
      const route = `${name}.${action}`;
      const input = await build(lab);
      const told: Record<string, unknown> = {};
      const expected: Record<string, unknown> = {};
      for (const field of fieldsOf(schema, input).filter(namesSomething))
        for (const whose of ['neighbour', 'elsewhere'] as const) {
          const named = await thingFor(others[whose], action, field);
          if (named === undefined) continue;
          const swap = `${whose}:${route}.${field.path.join('.')}`;
          const exception = EXCEPTIONS.find((row) => words(row.swaps).includes(swap));
          swaps += 1;
          if (exception) used.add(swap);
          const before = remembered();
          const outcome = await ask(route, put(input, field.path, named));
          const answer = JSON.stringify(outcome);
          const changed = remembered() === before ? 'nothing' : 'something';
          const leaked = secrets.filter((secret) => answer.includes(secret));
          if (exception) {
            told[swap] = { told: codeOf(outcome), ...(!exception.isRightful && { changed, leaked }) };
            expected[swap] = {
              told: exception.told,
              ...(!exception.isRightful && { changed: 'nothing', leaked: [] }),
            };
            continue;
          }
          const nobodys = missing(named);
          const none = await ask(route, put(input, field.path, nobodys));
          told[swap] = { answer: answer.replaceAll(named, 'ID'), changed, leaked };
          expected[swap] = {
            answer: JSON.stringify(none).replaceAll(nobodys, 'ID'),
            changed: 'nothing',
            leaked: [],
          };
          if (codeOf(outcome) === 'ok') told[swap] = 'was not refused';
        }
      expect(told).toEqual(expected);
      // But for the id, nothing was wrong with it.
      expect(codeOf(await ask(route, input))).toBe('ok');
    },
  );

  it('is excepted only where the list of exceptions says so and why', () => {
    expect(EXCEPTIONS.flatMap((row) => words(row.swaps)).filter((swap) => !used.has(swap))).toEqual([]);
  });

  async function ask(route: string, input: unknown): Promise<Answer<unknown>> {
    const [name, action] = route.split('.') as [FunctionName, string];
    const who = Object.keys(CALLERS).find((caller) => words(CALLERS[caller]!).includes(route)) ?? 'holder';
    const event = { action, input, requestId: newRequestId() };
    const now = bank.now + (LATER[route] ?? 0);
    const { openid } = callers[who]!;
    return (await bank.cloud.invoke<Answer<unknown>>(name, event, { openid, now })).result;
  }

  /** All that there is but for the memory of what was refused. */
  function remembered(): string {
    return JSON.stringify(
      Object.values(everything(bank)).map((all) => all.filter((one) => !isMemoryOfRefusal(one))),
    );
  }

  function people(): Person[] {
    return bank.cloud.database.collection<Person>('people').find();
  }

  function balanceOf({ passbookId }: Holder): number {
    const [passbook] = bank.cloud.database
      .collection<{ balance: number }>('passbooks')
      .find({ _id: passbookId });
    return passbook!.balance;
  }
});

/** Holds as many awards of the city as nobody else. */
async function rich(branch: TestBranch, name: string, awards = 1): Promise<Holder> {
  const holder = await richHolder(branch, name, 'city');
  for (let given = 1; given < awards; given++) await giveAward(branch, holder.passbookId, 'city');
  return holder;
}

async function merchantOf({ manager, branchId: at }: TestBranch): Promise<string> {
  return (await manager.do('desk', 'merchants', { branchId: at })).merchants[0]!.id;
}

function codeOf(answer: Answer<unknown>): string {
  return answer.ok ? 'ok' : answer.error.code;
}

function words(text: string): string[] {
  return text.split(/\s+/);
}

function isMemoryOfRefusal(document: { act?: unknown; state?: unknown }): boolean {
  return document.act === 'scanRefused' || document.state === 'refused';
}
