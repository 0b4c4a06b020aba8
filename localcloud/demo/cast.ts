import type { SessionPlan } from './calendar';

/** A resident of the first branch whom one can be, or meet, by name. */
export interface CastMember {
  openid: string;
  name: string;
  skill: string | null;
  zeal: number;
  inStory: boolean;
}

export const ZHOU: CastMember = {
  openid: 'demo-zhou-guilan',
  name: '周桂兰',
  skill: '家电义务维修',
  zeal: 0,
  inStory: true,
};

/** A retired doctor: always at the 义诊, and checked in to the one that is on now. */
export const SUN: CastMember = {
  openid: 'demo-sun-lihua',
  name: '孙丽华',
  skill: '义诊',
  zeal: 0.9,
  inStory: false,
};

/** Speaks for an enterprise beside holding a passbook. */
export const WU: CastMember = {
  openid: 'demo-wu-qiming',
  name: '吴启明',
  skill: null,
  zeal: 0.8,
  inStory: false,
};

/** Lent the code to somebody, it seems: the passbook is frozen. */
export const FENG: CastMember = {
  openid: 'demo-feng-guoqiang',
  name: '冯国强',
  skill: null,
  zeal: 0.7,
  inStory: false,
};

/** Where the cast lives. */
export const ZHOU_BRANCH = '0211';

export const CAST: readonly CastMember[] = [ZHOU, SUN, WU, FENG];

/** The enterprise that Wu speaks for. */
export const WU_SPEAKS_FOR = '蓝岸物业';

/**
 * Zhou's book, as the look shows it: two full pages, then page 3 with 20 carried forward, +1, −5, +8 = 24 points,
 * and an order of 5 points open. Days ago of the Saturdays' 洁净家园 she went to:
 */
const CLEAN_UPS = Array.from({ length: 19 }, (_, week) => 9 + 7 * week);

/** Days ago of the repairs she helped with, and for how many hours. */
const REPAIRS: Record<number, number> = { 2: 4, 30: 3, 72: 4, 100: 4 };

/** What she reserved, and how many days ago she collected it; it was reserved the day before. */
export const ZHOU_COLLECTED: readonly { reward: string; daysAgo: number }[] = [
  { reward: '口罩', daysAgo: 54 },
  { reward: '理发', daysAgo: 40 },
  { reward: '口罩', daysAgo: 20 },
  { reward: '口罩', daysAgo: 5 },
];

/** How many hours Zhou stays at a session; 0 when she is not there. */
export function zhouStays(session: Pick<SessionPlan, 'title'>, daysAgo: number): number {
  if (session.title === '洁净家园') return CLEAN_UPS.includes(daysAgo) ? 2 : 0;
  return session.title === '家电义务维修' ? (REPAIRS[daysAgo] ?? 0) : 0;
}
