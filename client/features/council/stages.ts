import { type Instant, startOfDay } from '../../../types/day';
import type { ProposalRow } from '../../../types/routes';

/** 提 议 决 做 评: how a rate card comes about, and what happens at each step. */
export const STAGES = [
  { mark: '提', name: '提出', detail: '居民写建议，委员写成一份完整的新标准。' },
  { mark: '议', name: '讨论', detail: '大家都能看，委员发言、修改。' },
  { mark: '决', name: '表决', detail: '三方一席一票，每方都要过半。' },
  { mark: '做', name: '执行', detail: '公示期满开始执行，以前记的分不变。' },
  { mark: '评', name: '评议', detail: '每季度末，有存折的人给它打星。' },
] as const;

interface StagePlace {
  /** Index into STAGES. */
  at: number;
  /** It went no further than this. */
  isOver: boolean;
}

export function stagePlace(
  { stage, effectiveOn }: ProposalRow,
  isReviewed: boolean,
  now: Instant,
): StagePlace {
  switch (stage) {
    case 'discussion':
      return { at: 1, isOver: false };
    case 'voting':
      return { at: 2, isOver: false };
    case 'failed':
      return { at: 2, isOver: true };
    case 'withdrawn':
      return { at: 1, isOver: true };
    case 'passed': {
      const isInForce = effectiveOn !== null && now >= startOfDay(effectiveOn);
      return { at: isInForce && isReviewed ? 4 : 3, isOver: false };
    }
  }
}
