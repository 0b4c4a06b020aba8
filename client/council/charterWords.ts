import { type CharterTerms, PARTIES, type Party } from '../../types/entities';
import { partyNames } from '../names';

/** How many of a party's seats must have voted for it to be there: never none. */
export function seatsToMeet(seats: number, quorumPercent: number): number {
  return Math.max(1, Math.ceil((seats * quorumPercent) / 100));
}

/** How many must agree when so many of a party voted: more than the charter's share. */
export function agreesToPass(votes: number, majorityPercent: number): number {
  return Math.floor((votes * majorityPercent) / 100) + 1;
}

/** `社区 2 席、社团骨干 2 席、居民代表 3 席` */
export function seatCounts(seats: Record<Party, number>): string {
  return PARTIES.map((party) => `${partyNames[party]} ${seats[party]} 席`).join('、');
}

/** `到齐要 50%，同意要超过 50%，公示 7 天，每月 15 日开会，任期 2 年` */
export function charterSummary(terms: CharterTerms): string {
  const { quorumPercent, majorityPercent, publicityDays, meetingDay, termMonths } = terms;
  return `到齐要 ${quorumPercent}%，同意要超过 ${majorityPercent}%，公示 ${publicityDays} 天，每月 ${meetingDay} 日开会，任期${monthsWords(termMonths)}`;
}

/** What a charter means, point by point, with the numbers of people that its per cents come to. */
export function charterMeaning(terms: CharterTerms): { name: string; value: string }[] {
  const { seats, quorumPercent, majorityPercent, publicityDays, meetingDay, termMonths } = terms;
  const all = PARTIES.reduce((sum, party) => sum + seats[party], 0);
  const each = (count: (seats: number) => number) =>
    PARTIES.map((party) => `${partyNames[party]} ${count(seats[party])} 人`).join('、');
  return [
    { name: '谁来定', value: `一共 ${all} 席：${seatCounts(seats)}。每席任期${monthsWords(termMonths)}。` },
    {
      name: '到齐',
      value: `席位坐满时，至少要投票：${each((count) => seatsToMeet(count, quorumPercent))}。缺一方就不通过。`,
    },
    {
      name: '通过',
      value: `人人都投票时，至少要同意：${each((count) => agreesToPass(count, majorityPercent))}。三方都够才通过，弃权算投了票。`,
    },
    { name: '表决', value: `每月 ${meetingDay} 日议事会开会，当晚 8 点截止投票。` },
    { name: '公示', value: `通过后先公示满 ${publicityDays} 天，再从零点起执行，以前的积分不重算。` },
  ];
}

/** ` 2 年`, ` 18 个月` */
function monthsWords(months: number): string {
  return months % 12 === 0 ? ` ${months / 12} 年` : ` ${months} 个月`;
}
