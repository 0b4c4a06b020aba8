import { DAY } from '../../types/day';
import type { ErrorCode } from '../../types/errors';
import type { Answer } from '../../types/routes';
import { schemas } from '../../types/schema';
import { EVERY_ACTION, Laboratory } from '../support/everyAction';
import { closeBank, richHolder } from '../support/scenes';
import { hire, newRequestId, openBranch, openPassbook, TestBank, type TestBranch } from '../support/testBank';

/** What a mark in the table means. */
const MARKS: Record<string, 'ok' | ErrorCode> = {
  '+': 'ok',
  i: 'NO_IDENTITY',
  p: 'PASSBOOK_NEEDED',
  f: 'FORBIDDEN',
  b: 'WRONG_BRANCH',
  c: 'CODE_INVALID',
  s: 'SELF_DEALING',
  e: 'ALREADY_EXISTS',
};

const CALLERS = [
  'nobody',
  'person',
  'holder',
  'otherHolder',
  'teller',
  'tellerElsewhere',
  'manager',
  'managerElsewhere',
  'merchant',
  'otherMerchant',
  'street',
  'councillor',
] as const;

const ANYBODY = '+ + + + + + + + + + + +';
const PERSON = 'i + + + + + + + + + + +';
const HOLDER = 'i p + f p p p p p p p p';
const STAFF = 'i f f f + b + b f f f f';
const MANAGER = 'i f f f f f + b f f f f';
const STREET = 'i f f f f f f f f f + f';
const COUNCILLOR = 'i f f f f f f f f f f +';
// Drafting and looking at drafts is for those who agree on a card, and for those whom it pays.
const CONCERNED = 'i p + + p p + + p p p +';
const HANDS_OVER = 'i f f f c c c c + c f f';

/** One mark for each caller, in their order. What changes who somebody is comes last. */
const TABLE: Record<string, string> = {
  'passbook.branches': ANYBODY,
  'passbook.home': ANYBODY,
  'passbook.pages': HOLDER,
  'passbook.acts': HOLDER,
  'passbook.closings': ANYBODY,
  'passbook.codeKey': HOLDER,
  'passbook.close': HOLDER,
  'activity.list': ANYBODY,
  'activity.get': ANYBODY,
  'activity.signUp': HOLDER,
  'activity.withdraw': HOLDER,
  'activity.publish': STAFF,
  'activity.cancel': STAFF,
  'activity.attendances': STAFF,
  'activity.identify': STAFF,
  'activity.checkIn': STAFF,
  'activity.checkOut': STAFF,
  // Only the teller who scanned takes the scan back.
  'activity.undo': 'i f f f + b f b f f f f',
  'redemption.catalogue': ANYBODY,
  'redemption.reserve': HOLDER,
  'redemption.cancel': HOLDER,
  'redemption.orders': HOLDER,
  'redemption.order': HOLDER,
  'redemption.identify': HANDS_OVER,
  'redemption.confirm': HANDS_OVER,
  // Only who confirmed takes the confirmation back.
  'redemption.undo': 'i f f f f f f f + f f f',
  'rates.current': ANYBODY,
  // Published before the branch's council is convened, by the first of the rows below.
  'rates.publish': MANAGER,
  'rates.history': ANYBODY,
  'rates.council': ANYBODY,
  'rates.proposal': ANYBODY,
  'rates.propose': COUNCILLOR,
  'rates.amend': COUNCILLOR,
  'rates.comment': COUNCILLOR,
  'rates.abandon': COUNCILLOR,
  'rates.suggest': HOLDER.replace('f', '+'),
  'rates.suggestions': CONCERNED,
  'rates.preview': CONCERNED,
  'rates.open': COUNCILLOR,
  'rates.vote': COUNCILLOR,
  'rates.record': MANAGER,
  'rates.confirmRecord': COUNCILLOR,
  'rates.addPhoto': MANAGER,
  'rates.photo': ANYBODY,
  'rates.decide': 'i f f f f f + b f f f +',
  'rates.review': HOLDER.replace('f', '+'),
  'rates.reviews': ANYBODY,
  'rates.subscribe': PERSON,
  'desk.charter': STREET,
  // A councillor leaves the own seat; this one is somebody else's.
  'desk.vacate': 'i f f f f f f f f f + f',
  // The bank is set up already; who did it may finish it.
  'desk.setUp': 'i e e e e e e e e e + e',
  'desk.createBranch': STREET,
  'desk.branches': STREET,
  'desk.members': 'i f f f f f + b f f + f',
  // Tellers are invited by their own manager; the street invites managers.
  'desk.invite': 'i f f f f f + b f f f f',
  'desk.invitation': PERSON,
  'desk.merchants': STAFF,
  'desk.passbooks': STAFF,
  'desk.openFor': STAFF,
  'desk.freeze': MANAGER,
  'desk.unfreeze': MANAGER,
  'desk.award': STAFF,
  'desk.awards': STAFF,
  'desk.approve': MANAGER,
  'desk.closings': 'i f f f + b + b f f + f',
  'desk.trail': 'i f f f f f + b f f + f',
  'desk.audit': STREET,
  'desk.lines': STAFF,
  'desk.correct': STAFF,
  'desk.corrections': STAFF,
  'desk.decideCorrection': MANAGER,
  'desk.lapsed': STAFF,
  'desk.settleHours': STAFF,
  'desk.waiting': STAFF,
  // A councillor needs them to draft prices.
  'desk.rewards': 'i f f f + b + b f f f +',
  'desk.addReward': MANAGER,
  'desk.stock': MANAGER,
  'passbook.open': PERSON,
  // Nobody accepts what they offered themselves.
  'desk.accept': 'i + + + + + s + + + + +',
};

/** What is done a while after its input was made. */
const LATER: Record<string, number> = {
  // The code of somebody who leaves is the next one.
  'activity.checkOut': 30_000,
  // Opinions are asked for at the quarter's end.
  'rates.review': 38 * DAY,
};

describe('who may do what', () => {
  let bank: TestBank;
  let branch: TestBranch;
  let elsewhere: TestBranch;
  let lab: Laboratory;
  let openids: Record<(typeof CALLERS)[number], string | undefined>;

  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
    elsewhere = await openBranch(bank, '0315');
    const holder = await richHolder(branch, '周桂兰', 'city');
    const other = await openPassbook(branch, '吴秀英');
    const shop = bank.person('另一家店');
    await hire(branch.manager, shop, {
      role: 'merchant',
      branchId: branch.branchId,
      name: '钱老板',
      merchantName: '五金店',
    });
    const { merchants } = await branch.manager.do('desk', 'merchants', { branchId: branch.branchId });
    lab = new Laboratory(branch, holder, merchants.find(({ name }) => name === '便民超市')!.id);
    openids = {
      nobody: undefined,
      person: bank.person('过路人').openid,
      holder: holder.person.openid,
      otherHolder: other.person.openid,
      teller: branch.teller.openid,
      tellerElsewhere: elsewhere.teller.openid,
      manager: branch.manager.openid,
      managerElsewhere: elsewhere.manager.openid,
      merchant: branch.merchant.openid,
      otherMerchant: shop.openid,
      street: branch.street.openid,
      councillor: bank.person(`resident-1-${branch.branchId}`).openid,
    };
  });
  afterAll(() => closeBank(bank));

  it('is said for every action that there is', () => {
    const all = Object.entries(schemas).flatMap(([name, actions]) =>
      Object.keys(actions).map((action) => `${name}.${action}`),
    );
    expect(Object.keys(TABLE).sort()).toEqual(all.sort());
    for (const row of Object.values(TABLE)) expect(row.split(' ')).toHaveLength(CALLERS.length);
  });

  it.each(Object.entries(TABLE))('%s: %s', async (route, row) => {
    const [name, action] = route.split('.') as [keyof typeof EVERY_ACTION, string];
    const build = EVERY_ACTION[name][action as never] as (lab: Laboratory) => unknown;
    const expected = row.split(' ').map((mark) => MARKS[mark]);
    const told: (string | undefined)[] = [];
    let input = await build(lab);
    for (const caller of CALLERS) {
      const event = { action, input, requestId: newRequestId() };
      const now = bank.now + (LATER[route] ?? 0);
      const { result } = await bank.cloud.invoke<Answer<unknown>>(name, event, {
        openid: openids[caller],
        now,
      });
      told.push(result.ok ? 'ok' : result.error.code);
      // What was done once is not done again with the same input.
      if (result.ok && row !== ANYBODY) input = await build(lab);
    }
    expect(Object.fromEntries(CALLERS.map((caller, index) => [caller, told[index]]))).toEqual(
      Object.fromEntries(CALLERS.map((caller, index) => [caller, expected[index]])),
    );
  });
});
