import type { Passbook } from '../../types/entities';
import { richHolder, type Holder } from '../support/scenes';
import { holdActivity, openBranch, openPassbook, type OpenBank, type TestBranch } from '../support/testBank';
import { HOUR } from '../../types/day';

/** Draws from a seed. */
export class Chance {
  constructor(private readonly draw: () => number) {}

  /** A whole number from 0 to below `count`. */
  below(count: number): number {
    return Math.floor(this.draw() * count);
  }

  of<T>(all: readonly T[]): T {
    return all[this.below(all.length)]!;
  }

  /** True in so many of a hundred cases. */
  percent(share: number): boolean {
    return this.draw() * 100 < share;
  }
}

/** A small branch full of trouble, and what its people have heard of so far. */
export interface World {
  branch: TestBranch;
  holders: Holder[];
  sessions: string[];
  /** Heard from the bank's answers; an id that nobody was told, nobody uses. */
  attendances: string[];
  orders: { id: string; voucher: string; holder: Holder }[];
  awards: string[];
  corrections: string[];
  lapsed: string[];
  lines: { passbookId: string; lineId: string }[];
}

const LOTS = 6;

/** Sets up the branch: five volunteers, two of them with points, scarce stock, a visit and hours going on. */
export async function openWorld(bank: OpenBank): Promise<World> {
  const branch = await openBranch(bank);
  const holders = [
    await richHolder(branch, '甲'),
    await richHolder(branch, '乙'),
    await openPassbook(branch, '丙'),
    await openPassbook(branch, '丁'),
  ];
  // Masks are scarce: 50 were received.
  const scarce = { rewardId: branch.masks, kind: 'writtenOff', lots: 50 - LOTS, reason: '盘点' } as const;
  await branch.manager.do('desk', 'stock', scarce);
  const sessions = [
    await holdActivity(branch, { hours: 6, capacity: 3 }),
    await holdActivity(branch, { hours: 5, basis: 'hour', category: 'professional', title: '义诊' }),
    await holdActivity(branch, { hours: 4, startsIn: HOUR, title: '清雪除冰' }),
  ];
  const nothing = { attendances: [], orders: [], awards: [], corrections: [], lapsed: [] };
  return { branch, holders, sessions, ...nothing, lines: linesKnown(bank) };
}

/** The same branch at its beginning, for people of another bank. */
export function inBank(world: World, bank: OpenBank): World {
  const there = (name: keyof TestBranch) =>
    bank.person(String((world.branch[name] as { openid: string }).openid).replace('openid-of-', ''));
  const branch: TestBranch = {
    ...world.branch,
    bank,
    street: there('street'),
    manager: there('manager'),
    teller: there('teller'),
    otherTeller: there('otherTeller'),
    merchant: there('merchant'),
  };
  const holders = world.holders.map(({ person, passbookId }) => ({
    passbookId,
    person: bank.person(person.openid.replace('openid-of-', '')),
  }));
  const fresh = { attendances: [], orders: [], awards: [], corrections: [], lapsed: [] };
  return { ...world, branch, holders, ...fresh, sessions: [...world.sessions], lines: [...world.lines] };
}

function linesKnown(bank: OpenBank): World['lines'] {
  return bank.cloud.database
    .collection<Passbook>('passbooks')
    .find()
    .flatMap(({ _id, page }) => page.lines.map(({ id }) => ({ passbookId: _id, lineId: id })));
}
