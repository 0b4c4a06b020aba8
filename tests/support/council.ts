import type { Choice } from '../../types/entities';
import type { Input } from '../../types/routes';
import { EARNING, hire, openBranch, type TestBank, type TestBranch, type TestPerson } from './testBank';

export const CHARTER: Omit<Input<'desk', 'charter'>, 'branchId'> = {
  seats: { community: 2, association: 2, resident: 3 },
  quorumPercent: 50,
  majorityPercent: 50,
  publicityDays: 7,
  meetingDay: 15,
  termMonths: 24,
};

export const SEATS = [
  'community-1',
  'community-2',
  'association-1',
  'association-2',
  'resident-1',
  'resident-2',
  'resident-3',
];

/** A branch with a council, and its people by seat. */
export type CouncilBranch = TestBranch & { seats: Record<string, TestPerson> };

/** Opens a branch with a council, every seat filled. */
export async function openCouncil(bank: TestBank, branchId = '0211'): Promise<CouncilBranch> {
  return convene(await openBranch(bank, branchId));
}

/** Gives a branch its council. */
export async function convene(branch: TestBranch): Promise<CouncilBranch> {
  const { bank, branchId } = branch;
  await branch.street.do('desk', 'charter', { branchId, ...CHARTER });
  const seats: Record<string, TestPerson> = {};
  for (const seatId of SEATS) {
    const person = bank.person(`${seatId}-${branchId}`);
    await hire(branch.street, person, { role: 'councillor', branchId, seatId, name: `委员${seatId}` });
    seats[seatId] = person;
  }
  return { ...branch, seats };
}

/** The first card with rice at 50 instead of 60 points, or at another price. */
export function cheaperRice(
  branch: TestBranch,
  price = 5000,
): Pick<Input<'rates', 'propose'>, 'earning' | 'prices' | 'explanation'> {
  return {
    earning: EARNING,
    prices: [
      { rewardId: branch.masks, points: 500 },
      { rewardId: branch.rice, points: price },
    ],
    explanation: '大米降价',
  };
}

export async function propose(council: CouncilBranch, riceAt?: number): Promise<string> {
  const { proposalId } = await council.seats['resident-1']!.do('rates', 'propose', {
    branchId: council.branchId,
    title: '大米便宜一点',
    ...cheaperRice(council, riceAt),
  });
  return proposalId;
}

export async function openVote(council: CouncilBranch, proposalId: string): Promise<number> {
  const { closesAt } = await council.seats['community-1']!.do('rates', 'open', { proposalId, revision: 1 });
  return closesAt;
}

export async function voteAll(council: CouncilBranch, proposalId: string, choices: Record<string, Choice>) {
  for (const [seatId, choice] of Object.entries(choices))
    await council.seats[seatId]!.do('rates', 'vote', { proposalId, revision: 1, seatId, choice });
}

export const ALL_AGREE = Object.fromEntries(SEATS.map((seatId) => [seatId, 'agree'])) as Record<
  string,
  Choice
>;
