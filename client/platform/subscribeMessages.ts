import Taro from '@tarojs/taro';
import type { Topic } from '../../types/entities';

/** Whether the device can be sent WeChat's messages at all. */
export const canSubscribe = process.env.TARO_ENV === 'weapp';

/**
 * Asks in WeChat's own dialogue for one message a topic. WeChat shows it only from within a tap: call it first
 * thing in the tap's handler, before anything is waited for.
 * @param templates template ids by topic; topics without one are not asked for
 * @returns the topics agreed to; none where the device cannot ask or the person declined
 */
export async function askForMessages(
  templates: Partial<Record<Topic, string>>,
  topics: readonly Topic[],
): Promise<Topic[]> {
  const asked = topics.flatMap((topic) => {
    const id = templates[topic];
    return id ? [{ topic, id }] : [];
  });
  if (!canSubscribe || asked.length === 0) return [];
  try {
    const tmplIds = asked.map(({ id }) => id);
    const answer: object = await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] });
    const words = new Map(Object.entries(answer));
    return asked.filter(({ id }) => words.get(id) === 'accept').map(({ topic }) => topic);
  } catch {
    // Switched off in WeChat's settings, or too many questions: what was tapped for goes on without.
    return [];
  }
}
