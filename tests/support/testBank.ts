import { existsSync } from 'node:fs';
import { collections } from '../../config/database';
import { type LocalCloud, startLocalCloud } from '../../localcloud';
import { hmac } from '../../cloudfunctions/platform/secret';
import { codeStep, makeCode } from '../../types/code';
import { HOUR } from '../../types/day';
import type { ActionName, Answer, FunctionName, Input, Output } from '../../types/routes';
import type { ErrorCode } from '../../types/errors';

export const FUNCTIONS_DIR = 'dist/cloudfunctions';
export const SET_UP_CODE = 'TEST-SETUP-CODE-0001';
export const NOTICE = '2026-11';
/** A Friday, ten in the morning in Shanghai. */
export const OPENING = Date.UTC(2026, 10, 20, 2, 0, 0);

/** What a call told, or why it was refused; with what it cost the database. */
export type Told<T> = {
  databaseRequests: number;
  documentsExamined: number;
  documentsReturned: number;
} & ({ ok: true; data: T } | { ok: false; code: ErrorCode; details: Record<string, unknown> });

/** What the clock's function tells of one waking. */
interface ClockReport {
  expired: number;
  finished: number;
  closed: number;
  failed: string[];
}

let requestCounter = 0;

/** A request id as a client makes them, never the same twice. */
export function newRequestId(): string {
  requestCounter += 1;
  return `request-${String(requestCounter).padStart(12, '0')}`;
}

/** Somebody with a phone. Every call goes through the built function and the real SDK. */
export class TestPerson {
  constructor(
    readonly bank: OpenBank,
    readonly openid: string,
  ) {}

  /** Calls and tells the outcome, whatever it is. */
  async call<F extends FunctionName, A extends ActionName<F>>(
    functionName: F,
    action: A,
    input: Input<F, A>,
    requestId: string = newRequestId(),
  ): Promise<Told<Output<F, A>>> {
    const { result, databaseRequests, documentsExamined, documentsReturned } = await this.bank.cloud.invoke<
      Answer<Output<F, A>>
    >(functionName, { action, input, requestId }, { openid: this.openid, now: this.bank.now });
    const cost = { databaseRequests, documentsExamined, documentsReturned };
    if (result.ok) return { ...cost, ok: true, data: result.data };
    const { code, details } = result.error;
    return { ...cost, ok: false, code, details: details as Record<string, unknown> };
  }

  /** Calls and expects it to succeed. */
  async do<F extends FunctionName, A extends ActionName<F>>(
    functionName: F,
    action: A,
    input: Input<F, A>,
    requestId?: string,
  ): Promise<Output<F, A>> {
    const told = await this.call(functionName, action, input, requestId);
    if (!told.ok) throw new Error(`${functionName}.${action}: ${told.code} ${JSON.stringify(told.details)}`);
    return told.data;
  }

  /** Calls and expects a refusal. */
  async refused<F extends FunctionName, A extends ActionName<F>>(
    functionName: F,
    action: A,
    input: Input<F, A>,
    requestId?: string,
  ): Promise<ErrorCode> {
    const told = await this.call(functionName, action, input, requestId);
    if (told.ok) throw new Error(`${functionName}.${action} was not refused`);
    return told.code;
  }
}

/** What people need of a bank to act in it. */
export interface OpenBank {
  readonly cloud: Pick<LocalCloud, 'invoke' | 'fireTimer' | 'database' | 'faults'>;
  now: number;
  person(name: string): TestPerson;
}

/** What one waking of the clock did. */
interface ClockReport {
  expired: number;
  lapsed: number;
  finished: number;
  failed: string[];
}

/** A bank on a local cloud of its own, with a clock that the test moves. */
export class TestBank {
  now = OPENING;

  private constructor(readonly cloud: LocalCloud) {}

  /** @param more environment variables of the functions beside the secrets */
  static async open(more: Record<string, string> = {}): Promise<TestBank> {
    if (!existsSync(FUNCTIONS_DIR)) throw new Error('Build the functions first: npm run build:functions');
    const cloud = await startLocalCloud({
      functionsDir: FUNCTIONS_DIR,
      collections,
      environment: {
        BANK_MASTER_SECRET: 'a secret of the tests, long enough to be one',
        BANK_SET_UP_CODE: SET_UP_CODE,
        ...more,
      },
    });
    return new TestBank(cloud);
  }

  person(name: string): TestPerson {
    return new TestPerson(this, `openid-of-${name}`);
  }

  /** Lets time pass. */
  pass(milliseconds: number): void {
    this.now += milliseconds;
  }

  async wakeClock(): Promise<ClockReport> {
    const { result } = await this.cloud.fireTimer<ClockReport>('clock', this.now);
    return result;
  }

  async stop(): Promise<void> {
    await this.cloud.stop();
  }
}

/** What the holder's phone shows at this moment. */
export async function showCode(
  holder: TestPerson,
  passbookId: string,
  at = holder.bank.now,
): Promise<string> {
  const { key } = await holder.do('passbook', 'codeKey', { passbookId });
  return makeCode(passbookId, codeStep(at), Buffer.from(key, 'hex'), hmac);
}

/** One branch as its street office sets it up: people, a rate card, rewards in stock, nobody with points yet. */
export interface TestBranch {
  bank: OpenBank;
  street: TestPerson;
  manager: TestPerson;
  teller: TestPerson;
  otherTeller: TestPerson;
  merchant: TestPerson;
  branchId: string;
  masks: string;
  rice: string;
}

export const EARNING: Input<'rates', 'publish'>['earning'] = [
  {
    id: 'basic-visit',
    category: 'basic',
    basis: 'visit',
    kinds: ['volunteer', 'enterprise', 'organisation'],
    points: 100,
    roundToMinutes: 1,
    dailyCap: 0,
    levels: [],
  },
  {
    id: 'professional-hour',
    category: 'professional',
    basis: 'hour',
    kinds: ['volunteer'],
    points: 200,
    roundToMinutes: 30,
    dailyCap: 800,
    levels: [],
  },
  {
    id: 'outstanding-award',
    category: 'outstanding',
    basis: 'award',
    kinds: ['volunteer', 'enterprise', 'organisation'],
    points: 0,
    roundToMinutes: 1,
    dailyCap: 0,
    levels: [
      { level: 'community', title: '社区表扬', points: 2000 },
      { level: 'street', title: '街道表彰', points: 5000 },
      { level: 'city', title: '市级表彰', points: 100_000 },
    ],
  },
];

let phoneCounter = 0;
export function newPhone(): string {
  phoneCounter += 1;
  return `139${String(phoneCounter).padStart(8, '0')}`;
}

/** Takes a role through an invitation, as people do. */
export async function hire(
  by: TestPerson,
  person: TestPerson,
  input: Input<'desk', 'invite'>,
): Promise<void> {
  const { code } = await by.do('desk', 'invite', input);
  await person.do('desk', 'accept', { code, phone: newPhone(), consent: NOTICE });
}

export async function openBranch(bank: OpenBank, branchId = '0211'): Promise<TestBranch> {
  const who = (name: string) => bank.person(`${name}-${branchId}`);
  const street = bank.person('street');
  const [manager, teller, otherTeller, merchant] = [
    who('manager'),
    who('teller'),
    who('teller2'),
    who('merchant'),
  ];
  const started = await street.call('desk', 'branches', {});
  if (!started.ok)
    await street.do('desk', 'setUp', {
      code: SET_UP_CODE,
      streetName: '长江路街道',
      bankName: '长江公益银行',
      name: '街道办',
      phone: newPhone(),
      consent: NOTICE,
    });
  await street.do('desk', 'createBranch', { branchId, name: `阿里山路${branchId}储蓄所` });
  await hire(street, manager, { role: 'manager', branchId, name: '王主任' });
  await hire(manager, teller, { role: 'teller', branchId, name: '李柜员' });
  await hire(manager, otherTeller, { role: 'teller', branchId, name: '张柜员' });
  await hire(manager, merchant, { role: 'merchant', branchId, name: '赵老板', merchantName: '便民超市' });
  const { merchants } = await manager.do('desk', 'merchants', { branchId });
  const masks = await manager.do('desk', 'addReward', {
    branchId,
    name: '口罩',
    kind: 'goods',
    lot: '4 包',
    description: '',
    providerId: merchants[0]!.id,
    costCents: 800,
  });
  const rice = await manager.do('desk', 'addReward', {
    branchId,
    name: '大米',
    kind: 'goods',
    lot: '5 kg',
    description: '东北大米',
    providerId: `counter:${branchId}`,
    costCents: 3500,
  });
  for (const [reward, lots] of [
    [masks, 50],
    [rice, 7],
  ] as const)
    await manager.do('desk', 'stock', { rewardId: reward.id, kind: 'received', lots, reason: '进货' });
  await manager.do('rates', 'publish', {
    branchId,
    effectiveOn: '2026-11-20',
    earning: EARNING,
    prices: [
      { rewardId: masks.id, points: 500 },
      { rewardId: rice.id, points: 6000 },
    ],
    explanation: '第一版积分标准',
  });
  return { bank, street, manager, teller, otherTeller, merchant, branchId, masks: masks.id, rice: rice.id };
}

/** Opens a volunteer's passbook. */
export async function openPassbook(
  branch: TestBranch,
  name: string,
): Promise<{ person: TestPerson; passbookId: string }> {
  const person = branch.bank.person(name);
  const { passbookId } = await person.do('passbook', 'open', {
    branchId: branch.branchId,
    name,
    phone: newPhone(),
    consent: NOTICE,
  });
  return { person, passbookId };
}

/** Publishes an activity that is on now, and gives its session. */
export async function holdActivity(
  branch: TestBranch,
  more: Partial<Input<'activity', 'publish'>> & { capacity?: number; hours?: number; startsIn?: number } = {},
): Promise<string> {
  const { capacity = 30, hours = 2, startsIn = 0, ...rest } = more;
  const startsAt = branch.bank.now + startsIn;
  const { sessionIds } = await branch.teller.do('activity', 'publish', {
    branchId: branch.branchId,
    title: '洁净家园',
    description: '',
    category: 'basic',
    basis: 'visit',
    askFirst: false,
    sessions: [{ place: '小区南门', startsAt, endsAt: startsAt + hours * HOUR, capacity }],
    ...rest,
  });
  return sessionIds[0]!;
}

/** Gives a volunteer points the honest way: an award by two people. */
export async function giveAward(branch: TestBranch, passbookId: string, level = 'community'): Promise<void> {
  const { id } = await branch.teller.do('desk', 'award', {
    passbookId,
    ruleId: 'outstanding-award',
    level,
    reason: '救助落水儿童',
  });
  await branch.manager.do('desk', 'approve', { awardId: id, approved: true });
}
