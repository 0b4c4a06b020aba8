import { type Instant, shanghai } from '../../types/day';
import { type Agreement, PARTIES, type Party, type PartyCount } from '../../types/entities';
import { partyNames } from '../names';

interface Published {
  agreement?: Agreement | null;
  publishedAt: Instant;
}

/** `2/2 同意` */
export function countWords({ seats, agree }: PartyCount): string {
  return `${agree}/${seats} 同意`;
}

/** Each party with its count. */
export function partyCounts(agreement: Agreement): { party: Party; name: string; words: string }[] {
  return PARTIES.map((party) => ({
    party,
    name: partyNames[party],
    words: countWords(agreement.byParty[party]),
  }));
}

/** Who made the card and when: `2026年11月20日 议事会三方表决通过`, `2026年11月20日 主任发布`. */
export function agreedWords({ agreement, publishedAt }: Published): string {
  const day = (at: Instant) => shanghai(at).format('YYYY年M月D日');
  return agreement ? `${day(agreement.decidedAt)} 议事会三方表决通过` : `${day(publishedAt)} 主任发布`;
}
