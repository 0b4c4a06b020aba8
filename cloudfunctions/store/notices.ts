import type { Notice, Subscription } from '../../types/entities';
import { command as _ } from '../platform/database';
import { Documents } from './collection';

const notices = new Documents<Notice>('notices');
const subscriptions = new Documents<Subscription>('subscriptions');

/** Notices that a subscription remembers as sent. */
const SENT_IDS = 50;

/** Puts something up to be told; once. */
export function claimNotice(notice: Notice) {
  return notices.claim(notice);
}

export function unsentNotices(limit: number): Promise<Notice[]> {
  return notices.find({ sent: false }, null, limit);
}

export function markSent(noticeId: string): Promise<boolean> {
  return notices.change({ _id: noticeId, sent: false }, { sent: true });
}

export function claimSubscription(subscription: Subscription) {
  return subscriptions.claim(subscription);
}

/** One more message agreed to; `consentId` makes sure that it is counted once. */
export function addConsent(subscriptionId: string, consentId: string): Promise<boolean> {
  return subscriptions.change(
    { _id: subscriptionId, ids: _.neq(consentId) },
    { left: _.inc(1), ids: _.push({ each: [consentId], slice: -SENT_IDS }) },
  );
}

/** Those at a branch who agreed to hear of a notice's topic, have a message left, and were not told of it yet. */
export function subscribersOf(
  { _id, branchId, topic }: Pick<Notice, '_id' | 'branchId' | 'topic'>,
  limit: number,
): Promise<Subscription[]> {
  return subscriptions.find({ branchId, topic, left: _.gt(0), ids: _.neq(_id) }, null, limit);
}

/** Uses one consent up for a notice; false if it was told already or none is left. */
export function useConsent(subscriptionId: string, noticeId: string): Promise<boolean> {
  return subscriptions.change(
    { _id: subscriptionId, left: _.gt(0), ids: _.neq(noticeId) },
    { left: _.inc(-1), ids: _.push({ each: [noticeId], slice: -SENT_IDS }) },
  );
}
