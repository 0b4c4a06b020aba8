import { draftErrors, draftFrom, newRule, termsOf } from '../../client/rateDraft/rateDraft';
import { EARNING } from '../support/testBank';

const masks = { id: 'masks', name: '口罩', lot: '4 包', providerName: '便民超市' } as never;
const card = {
  earning: EARNING,
  prices: [{ rewardId: 'masks', name: '口罩', lot: '4 包', points: 500 }],
};

it('says the same as the card it was begun from, until something is changed', () => {
  expect(termsOf(draftFrom(card, [masks]))).toEqual(card);
  expect(draftErrors(draftFrom(card, [masks]))).toEqual({});
});

it('leaves the amounts of a first card to be written', () => {
  const draft = draftFrom(null, [masks]);
  expect(draft.prices).toMatchObject([{ points: '' }]);
  expect(Object.keys(draftErrors(draft)).length).toBeGreaterThan(0);
});

it('reads amounts as they are typed, and prices nothing that has no price', () => {
  const draft = draftFrom(card, [masks]);
  draft.rules[0]!.points = '2.5';
  draft.prices[0]!.points = '';
  expect(termsOf(draft)).toMatchObject({ earning: [{ points: 250 }, {}, {}], prices: [] });
});

it('does not let two rules pay the same passbook for the same deed', () => {
  const draft = draftFrom(card, []);
  const twice = {
    ...newRule(
      'basic',
      draft.rules.map(({ id }) => id),
    ),
    points: '3',
  };
  draft.rules.push(twice);
  expect(draftErrors(draft)).toHaveProperty([`${twice.id}.kinds`]);
});
