import { TOPICS, type Topic } from '../../types/entities';

const VARIABLES: Record<Topic, string> = {
  council: 'BANK_TEMPLATE_COUNCIL',
  rateCard: 'BANK_TEMPLATE_RATE_CARD',
};

/** The subscribe-message templates that this environment has, by topic. */
export function templates(): Partial<Record<Topic, string>> {
  const known = TOPICS.map((topic) => [topic, process.env[VARIABLES[topic]] ?? ''] as const);
  return Object.fromEntries(known.filter(([, id]) => id !== ''));
}
