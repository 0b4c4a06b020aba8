import { auditCards } from '../../../cloudfunctions/bank/audit/cards';
import { sha256 } from '../../../cloudfunctions/platform/secret';
import type { RateCard } from '../../../types/entities';
import { CARD, publishedCard } from '../../support/records';

function nextCard({ hash, version, ...before }: RateCard): RateCard {
  return publishedCard({ ...before, _id: `0211#${version + 1}`, version: version + 1, previousHash: hash });
}
const second = nextCard(CARD);
const third = nextCard(second);

const audit = (...cards: RateCard[]) => auditCards(cards, sha256);
const finding = (card: RateCard, what: string) => ({
  promise: 'P5',
  document: `rateCards ${card._id}`,
  what,
});

describe('the audit of a branch’s rate cards (P5)', () => {
  it('finds nothing in a whole chain, in whatever order it is read', () => {
    expect(audit()).toEqual([]);
    expect(audit(third, CARD, second)).toEqual([]);
  });

  it('finds that a card was changed after it was published', () => {
    const changed = { ...second, explanation: '改了' };
    expect(audit(CARD, changed, third)).toEqual([finding(second, 'has changed since it was published')]);
  });

  it('finds that a card is missing', () => {
    expect(audit(CARD, third)).toEqual([
      finding(third, 'card 2 is missing before it'),
      finding(third, 'is not chained to the card before'),
    ]);
  });

  it('finds that a card was rewritten, hash and all', () => {
    const { hash: _hash, ...content } = second;
    const rewritten = publishedCard({ ...content, explanation: '改了' });
    expect(audit(CARD, rewritten, third)).toEqual([finding(third, 'is not chained to the card before')]);
  });
});
