import type { Instant } from '../../../types/day';
import type { Notice } from '../../../types/entities';
import { sendMessage } from '../../platform/openApi';
import { templates } from '../../platform/templates';
import { markSent, subscribersOf, unsentNotices, useConsent } from '../../store/notices';
import { getPeople } from '../../store/people';
import { attemptAll } from './attemptAll';

const MOST_NOTICES = 5;
const MOST_PEOPLE = 100;

/** Tells those who agreed to hear of it, each once; who has no consent left is not told. */
export async function sendNotices(_now: Instant, failed: string[]): Promise<number> {
  return attemptAll(await unsentNotices(MOST_NOTICES), failed, send);
}

async function send(notice: Notice): Promise<void> {
  const template = templates()[notice.topic];
  const subscribers = template ? await subscribersOf(notice, MOST_PEOPLE) : [];
  const people = await getPeople(subscribers.map((subscription) => subscription.personId));
  for (const { _id, personId } of subscribers) {
    const openid = people.get(personId)?.openid;
    // The consent is used up first: better one message missed than one sent twice.
    if (template && openid && (await useConsent(_id, notice._id)))
      await sendMessage(openid, template, notice.page, notice.title, notice.what);
  }
  // A full page of people may not have been all of them.
  if (subscribers.length < MOST_PEOPLE) await markSent(notice._id);
}
