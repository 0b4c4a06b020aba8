import type { RateCard } from '../../../types/entities';
import type { Digest } from '../canonical';
import { cardHash } from '../rateCard';
import type { Finding } from '../../../types/finding';
import { Findings } from './findings';

/** P5: a branch's rate cards are a numbered chain, each as it was when it was published. */
export function auditCards(cards: readonly RateCard[], digest: Digest): Finding[] {
  const findings = new Findings();
  let previousHash = '';
  [...cards]
    .sort((a, b) => a.version - b.version)
    .forEach((card, index) => {
      const { hash, ...content } = card;
      const here = `rateCards ${card._id}`;
      findings.check(card.version === index + 1, 'P5', here, `card ${index + 1} is missing before it`);
      findings.check(card.previousHash === previousHash, 'P5', here, 'is not chained to the card before');
      findings.check(hash === cardHash(content, digest), 'P5', here, 'has changed since it was published');
      previousHash = hash;
    });
  return findings.list;
}
