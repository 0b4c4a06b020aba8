import { type Day, DAY, type Instant, shanghai, startOfDay } from '../../../types/day';
import { type CharterTerms, type Choice, type Party, type PartyCount } from '../../../types/entities';
import type { ProposalRow } from '../../../types/routes';
import type { PillTone } from '../../components/Pill';
import { seatCounts } from '../../council/charterWords';

/** A party as it is cut into a small seal. */
export const partySeals: Record<Party, string> = { community: '社区', association: '社团', resident: '居民' };

export const choiceNames: Record<Choice, string> = { agree: '同意', against: '反对', abstain: '弃权' };

export const choiceSigns: Record<Choice, string> = { agree: '✓', against: '✕', abstain: '○' };

export const momentWords = (at: Instant) => shanghai(at).format('M月D日 HH:mm');
export const dateWords = (day: Day) => shanghai(startOfDay(day)).format('M月D日');

/** `过半`, `超过 60%` */
export function majorityWords({ majorityPercent }: CharterTerms): string {
  return majorityPercent === 50 ? '过半' : `超过 ${majorityPercent}%`;
}

/** How this council decides, as its charter says. */
export function charterWords(charter: CharterTerms): string[] {
  return [
    `${seatCounts(charter.seats)}，每席任期 ${charter.termMonths} 个月。`,
    `每方投票${majorityWords(charter)}才通过，三方都要通过。`,
    `每方到 ${charter.quorumPercent}% 的席位才算数。`,
    `通过以后公示 ${charter.publicityDays} 天，再开始执行。`,
    `每月 ${charter.meetingDay} 日开会。`,
  ];
}

/** `还有 2 天`, `还有 5 小时`, `时间到了` */
export function leftWords(until: Instant, now: Instant): string {
  const left = until - now;
  if (left <= 0) return '时间到了';
  const hours = Math.ceil(left / (DAY / 24));
  return hours > 24 ? `还有 ${Math.floor(left / DAY)} 天` : `还有 ${hours} 小时`;
}

/** Where a proposal stands, in a word and in a sentence. */
export function standingOf(
  { stage, closesAt, effectiveOn, cardVersion, revision }: ProposalRow,
  now: Instant,
): { tone: PillTone; word: string; sentence: string } {
  switch (stage) {
    case 'discussion':
      return { tone: 'plain', word: '讨论中', sentence: `第 ${revision} 稿，委员正在讨论` };
    case 'voting': {
      const until = closesAt ?? now;
      const sentence =
        now >= until ? '表决时间到了，等待计票' : `${momentWords(until)} 截止 · ${leftWords(until, now)}`;
      return { tone: 'waiting', word: '正在表决', sentence };
    }
    case 'passed': {
      const begins = effectiveOn ? startOfDay(effectiveOn) : now;
      const card = `第 ${cardVersion ?? ''} 号标准`;
      return now < begins
        ? { tone: 'good', word: '通过，公示中', sentence: `${card}，${dateWords(effectiveOn ?? '')}起执行` }
        : { tone: 'good', word: '已通过', sentence: `${card}，${dateWords(effectiveOn ?? '')}开始执行` };
    }
    case 'failed':
      return { tone: 'refused', word: '没有通过', sentence: '可以改好以后重新提' };
    case 'withdrawn':
      return { tone: 'plain', word: '已撤回', sentence: '提案人撤回了' };
  }
}

/** A party's count in words: `2 席都同意，通过`, `3 席投了 2 票：1 同意、1 反对。没有过半`. */
export function countWords(count: PartyCount, charter: CharterTerms): string {
  const { seats, agree, against, abstain, agrees } = count;
  const cast = agree + against + abstain;
  if (cast === 0) return `${seats} 席都没有投票，不通过`;
  const each = [
    agree > 0 && `${agree} 同意`,
    against > 0 && `${against} 反对`,
    abstain > 0 && `${abstain} 弃权`,
  ].filter(Boolean);
  const turnout = cast === seats ? `${seats} 席全投` : `${seats} 席投了 ${cast} 票`;
  const isPresent = cast * 100 >= seats * charter.quorumPercent;
  const outcome = agrees
    ? `${majorityWords(charter)}，通过`
    : isPresent
      ? `没有${majorityWords(charter)}，不通过`
      : '投票的人不够，不通过';
  return `${turnout}：${each.join('、')}；${outcome}`;
}
