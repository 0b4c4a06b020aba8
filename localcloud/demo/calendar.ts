import { addDays, type Day, HOUR, type Instant, MINUTE, startOfDay } from '../../types/day';
import type { BranchPlan } from './street';

/** A session that a branch holds, before it is published. */
export interface SessionPlan {
  title: string;
  description: string;
  category: 'basic' | 'professional';
  basis: 'visit' | 'hour';
  askFirst: boolean;
  place: string;
  startsAt: Instant;
  endsAt: Instant;
  capacity: number;
}

const WEEK = 7;

const DESCRIPTIONS: Record<string, string> = {
  洁净家园: '一起清理楼道和绿地，工具由社区准备。',
  义务劳动: '整理公共车棚，给花池松土浇水。',
  政策宣传: '给邻居讲医保缴费和防诈骗的新规定。',
  探访独居老人: '两人一组上门，陪老人说说话，看看水电气安不安全。',
  困难帮扶: '帮行动不便的邻居采买、打扫。',
  防汛: '检查雨水口、搬沙袋，雨天轮流巡查。',
  清雪除冰: '清扫楼门口和坡道的冰雪，请穿防滑鞋。',
  家电义务维修: '免费修小家电，请带上螺丝刀和万用表。',
  法律咨询: '律师志愿者解答继承、租房、物业纠纷。',
  义诊: '量血压、测血糖，退休医生现场看诊。',
  义务理发: '给行动不便的老人理发。',
  矛盾调解: '请双方坐下来，把话说开。',
};

/** What a branch holds `daysAgo` days before today (negative: to come). Its week repeats; the weather does not. */
export function sessionsOn(branch: BranchPlan, today: Day, daysAgo: number): SessionPlan[] {
  const day = addDays(today, -daysAgo);
  const turn = daysAgo + branch.weekShift;
  const weekday = ((turn % WEEK) + WEEK) % WEEK;
  const week = Math.floor(turn / WEEK);
  const hold = (
    title: string,
    category: SessionPlan['category'],
    place: number,
    [from, to]: [number, number],
    capacity: number,
  ): SessionPlan => ({
    ...kindOf(title, category),
    place: branch.places[place]!,
    startsAt: startOfDay(day) + from * HOUR,
    endsAt: startOfDay(day) + to * HOUR,
    capacity,
  });
  switch (weekday) {
    case 0:
      return [hold('政策宣传', 'basic', 1, [19, 20.5], 20)];
    case 2:
      return [
        hold('洁净家园', 'basic', 0, [9, 11], 30),
        hold(inTurn(['家电义务维修', '法律咨询'], week), 'professional', 3, [13, 17], 8),
      ];
    case 5:
      return [hold(inTurn([seasonal(day), ...CARE], week), 'basic', 2, [14.5, 16], 20)];
    case 6:
      return [hold(inTurn(['义务理发', '义诊', '矛盾调解'], week), 'professional', 1, [9, 12], 8)];
    default:
      return [];
  }
}

/** What is said of an activity, wherever and whenever it is held. */
export function kindOf(title: string, category: SessionPlan['category']) {
  const basis: SessionPlan['basis'] = category === 'basic' ? 'visit' : 'hour';
  return { title, description: DESCRIPTIONS[title] ?? '', category, basis, askFirst: false };
}

/** Professional activities; who has the skill for one takes part in it. */
export const SKILLS = ['家电义务维修', '法律咨询', '义务理发', '义诊', '矛盾调解'] as const;

const CARE = ['探访独居老人', '义务劳动', '困难帮扶'];

/** So long before a session that its people are at the door at the earliest. */
export const DOORS_OPEN = 12 * MINUTE;

function seasonal(day: Day): string {
  const month = Number(day.slice(5, 7));
  if (month >= 6 && month <= 9) return '防汛';
  return month === 12 || month <= 2 ? '清雪除冰' : '洁净家园';
}

function inTurn(titles: readonly string[], week: number): string {
  return titles[((week % titles.length) + titles.length) % titles.length]!;
}
