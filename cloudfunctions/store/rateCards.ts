import { dayOf, type Instant } from '../../types/day';
import type { RateCard } from '../../types/entities';
import { BankError } from '../../types/errors';
import { command as _ } from '../platform/database';
import { remember, SHORT_MEMORY } from '../platform/remember';
import { Documents } from './collection';

const rateCards = new Documents<RateCard>('rateCards');

/** So many cards may be published ahead of their day. */
const MOST_COMING = 20;

/** Cards take effect at midnights that lie ahead when they are published, so a minute's memory misses none. */
const inForce = remember<RateCard>(SHORT_MEMORY, async (key) => {
  const [branchId, day] = key.split('@') as [string, string];
  const [card] = await rateCards.find({ branchId, effectiveOn: _.lte(day) }, ['effectiveOn', 'desc'], 1);
  return card ?? null;
});
const comingAfter = remember<RateCard[]>(SHORT_MEMORY, (key) => {
  const [branchId, day] = key.split('@') as [string, string];
  return rateCards.find({ branchId, effectiveOn: _.gt(day) }, ['effectiveOn', 'asc'], MOST_COMING);
});
const byVersion = remember<RateCard>(Infinity, (id) => rateCards.get(id));

/**
 * The branch's card in force at a moment. Follows from dates alone.
 * @throws BankError NO_RATE_CARD
 */
export async function cardInForce(branchId: string, at: Instant, now: Instant): Promise<RateCard> {
  const card = await findCardInForce(branchId, at, now);
  if (!card) throw new BankError('NO_RATE_CARD', {});
  return card;
}

export function findCardInForce(branchId: string, at: Instant, now: Instant): Promise<RateCard | null> {
  return inForce.get(`${branchId}@${dayOf(at)}`, now);
}

/** The branch's card in force at a moment, and those after it as far as they are known: the oldest first. */
export async function cardsFrom(branchId: string, at: Instant, now: Instant): Promise<RateCard[]> {
  const [standing, coming] = await Promise.all([
    findCardInForce(branchId, at, now),
    comingAfter.get(`${branchId}@${dayOf(at)}`, now),
  ]);
  return [...(standing ? [standing] : []), ...(coming ?? [])];
}

/** @throws BankError NO_RATE_CARD */
export async function cardOfVersion(branchId: string, version: number, now: Instant): Promise<RateCard> {
  const card = await byVersion.get(cardId(branchId, version), now);
  if (!card) throw new BankError('NO_RATE_CARD', {});
  return card;
}

/** The branch's newest cards, in force or still to come, the newest first. */
export function newestCards(branchId: string, limit: number): Promise<RateCard[]> {
  return rateCards.find({ branchId }, ['version', 'desc'], limit);
}

export function claimCard(card: RateCard) {
  return rateCards.claim(card);
}

export function cardId(branchId: string, version: number): string {
  return `${branchId}#${version}`;
}

/** A branch's cards, newest first. */
export function allCards(branchId: string): Promise<RateCard[]> {
  return rateCards.find({ branchId }, ['version', 'desc'], 100);
}
