import type { Answer, Input, Output } from '../../types/routes';
import type { TestBank } from '../support/testBank';
import { type Figure, timeInvocation } from './figure';

/** Asks for the impact of the card in force with every rule and price raised, in a new instance and a warm one. */
export async function timePreviews(
  bank: TestBank,
  openid: string,
  branchId: string,
  where: string,
  goal: number,
): Promise<Figure[]> {
  const ask = <T>(action: string, input: object) =>
    bank.cloud.invoke<Answer<T>>('rates', { action, input }, { openid, now: bank.now });
  const { result: card } = await ask<Output<'rates', 'current'>>('current', { branchId });
  if (!card.ok) throw new Error(card.error.code);
  const draft: Input<'rates', 'preview'> = {
    branchId,
    earning: card.data.earning.map((rule) => ({
      ...rule,
      points: rule.basis === 'award' ? 0 : rule.points + 50,
    })),
    prices: card.data.prices.map(({ rewardId, points }) => ({ rewardId, points: points + 50 })),
  };
  await bank.cloud.recycle();
  const figures: Figure[] = [];
  for (const instance of ['a new instance', 'a warm instance']) {
    const { result, ...figure } = await timeInvocation(`impact preview ${where}, ${instance}`, goal, () =>
      ask<Output<'rates', 'preview'>>('preview', draft),
    );
    if (!result.ok) throw new Error(result.error.code);
    figures.push({ ...figure, what: `${figure.what}, ${result.data.deeds} deeds` });
  }
  return figures;
}
