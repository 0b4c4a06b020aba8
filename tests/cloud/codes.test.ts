import { CODE_STEP_MS } from '../../types/code';
import { keepsItsPromises } from '../support/promises';
import { phoneOf } from '../support/regular';
import { type Holder, closeBank, outcome, pointsOf, richHolder } from '../support/scenes';
import { holdActivity, openBranch, openPassbook, TestBank, type TestBranch } from '../support/testBank';

/** Sent side by side, as there are instances. */
const AT_ONCE = 8;

describe('a code that was tampered with', () => {
  let bank: TestBank;
  let branch: TestBranch;
  let other: TestBranch;
  let holder: Holder;
  let codeAt: (at: number) => string;
  let sessionId: string;
  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
    other = await openBranch(bank, '0315');
  });
  beforeEach(async () => {
    bank.pass(CODE_STEP_MS * 10);
    holder = await openPassbook(branch, `志愿者${bank.now}`);
    codeAt = await phoneOf(holder);
    sessionId = await holdActivity(branch);
  });
  afterAll(() => closeBank(bank));

  const checkIn = (code: string, session = sessionId) =>
    branch.teller.call('activity', 'checkIn', { sessionId: session, code });

  async function tellAll<T>(codes: readonly string[], ask: (code: string) => Promise<T>): Promise<T[]> {
    const told: T[] = [];
    for (let from = 0; from < codes.length; from += AT_ONCE)
      told.push(...(await Promise.all(codes.slice(from, from + AT_ONCE).map((code) => ask(code)))));
    return told;
  }

  it('is refused with any one bit flipped, and credits nothing', async () => {
    const moments = [0, 1, -1, 2].map((steps) => bank.now + steps * CODE_STEP_MS);
    const flipped = moments.flatMap((at) => flips(codeAt(at)));
    expect(flipped.length).toBeGreaterThanOrEqual(1_000);
    const told = await tellAll(flipped, checkIn);
    const wrong = told.filter((one) => one.ok || one.code !== 'CODE_INVALID' || !isEmpty(one.details));
    expect(wrong).toEqual([]);
    expect(await pointsOf(holder)).toEqual({ balance: 0, held: 0, available: 0 });
    expect(outcome(await checkIn(codeAt(bank.now)))).toBe('ok');
    await keepsItsPromises(bank);
  });

  it('is refused as another passbook’s, stale, used before, and used elsewhere', async () => {
    const stranger = await openPassbook(branch, `路人${bank.now}`);
    const swapped = codeAt(bank.now).replace(holder.passbookId, stranger.passbookId);
    expect(outcome(await checkIn(swapped))).toBe('CODE_INVALID');
    for (const off of [-2, 2, -100, 100, 1e6])
      expect(outcome(await checkIn(codeAt(bank.now + off * CODE_STEP_MS)))).toBe('CODE_STALE');
    expect(outcome(await checkIn(codeAt(bank.now)))).toBe('ok');
    expect(outcome(await checkIn(codeAt(bank.now)))).toBe('ALREADY_CHECKED_IN');
    expect(outcome(await checkIn(codeAt(bank.now), await holdActivity(branch)))).toBe('CODE_USED');
    expect(await pointsOf(holder)).toMatchObject({ balance: 100 });
    expect(await pointsOf(stranger)).toMatchObject({ balance: 0 });
  });

  it('is refused by the key of a phone that was given up', async () => {
    const old = codeAt(bank.now);
    bank.cloud.database.collection('passbooks').update({ _id: holder.passbookId }, { $set: { keyEpoch: 2 } });
    expect(outcome(await checkIn(old))).toBe('CODE_INVALID');
    const newPhone = await phoneOf(holder);
    expect(outcome(await checkIn(newPhone(bank.now)))).toBe('ok');
  });

  it('tells nothing of a voucher with any one bit flipped, made up, or somebody else’s to hand over', async () => {
    const rich = await richHolder(branch, `顾客${bank.now}`);
    const order = { passbookId: rich.passbookId, rewardId: branch.masks, lots: 1 };
    const { voucher, id } = await rich.person.do('redemption', 'reserve', order);
    const made = flips(voucher!);
    for (let n = 0; made.length < 1_000; n++) made.push(madeUp(n));
    const told = (
      await Promise.all(
        (['identify', 'confirm'] as const).map((action) =>
          tellAll(made, (code) => branch.merchant.call('redemption', action, { voucher: code })),
        ),
      )
    ).flat();
    expect(told.filter((one) => one.ok || one.code !== 'CODE_INVALID' || !isEmpty(one.details))).toEqual([]);

    const ask = (code: string) => other.merchant.call('redemption', 'confirm', { voucher: code });
    await ask(madeUp(1));
    const [foreign, missing] = [await ask(voucher!), await ask(madeUp(2))];
    expect(foreign).toMatchObject({ ok: false, code: 'CODE_INVALID', details: {} });
    expect(foreign.databaseRequests).toBe(missing.databaseRequests);
    expect((await rich.person.do('redemption', 'order', { orderId: id })).state).toBe('reserved');
    expect(outcome(await branch.merchant.call('redemption', 'confirm', { voucher: voucher! }))).toBe('ok');
  });
});

/** The code with each one of its bits flipped; without those that are read as the same code. */
function flips(code: string): string[] {
  const read = (text: string) => text.toUpperCase().replace(/[\s\-—–.]/g, '');
  return [...code].flatMap((character, index) =>
    Array.from({ length: 8 }, (_, bit) => {
      const flipped = String.fromCharCode(character.charCodeAt(0) ^ (1 << bit));
      return code.slice(0, index) + flipped + code.slice(index + 1);
    }).filter((text) => read(text) !== read(code)),
  );
}

/** A voucher of the right form that no order has. */
function madeUp(n: number): string {
  const body = (n * 7_919 + 1).toString(32).toUpperCase().padStart(16, '0');
  return `GY2-${body.match(/.{4}/g)!.join('-')}`;
}

function isEmpty(details: object): boolean {
  return Object.keys(details).length === 0;
}
