import { addDays, type Day, dayOf, type Instant, startOfDay } from '../../../types/day';
import { isOpen, reviewedDay, reviewWindow } from '../../../types/reviewWindow';
import type { ProposalPage, ReviewSummary } from '../../../types/routes';
import { partyNames } from '../../names';
import { dateWords, momentWords } from './councilWords';

interface LifeEvent {
  when: string;
  what: string;
  /** Still to come. */
  isAhead: boolean;
}

/** Everything that happened to a proposal and the card that came of it, first to last, and what is still to come. */
export function lifeOf(page: ProposalPage, now: Instant): LifeEvent[] {
  const { stage, closesAt, openedAt, decidedAt, effectiveOn, cardVersion, charter, review } = page;
  const events: (LifeEvent & { at: Instant })[] = [];
  const tell = (at: Instant, what: string, when = momentWords(at)) =>
    events.push({ at, when, what, isAhead: at > now });
  tell(page.proposedAt, `${page.proposedBy}提出`);
  for (const { revision, by, party, at } of page.revisions)
    if (revision > 1) tell(at, `${by}（${partyNames[party]}）改成第 ${revision} 稿`);
  if (openedAt !== null) tell(openedAt, `第 ${page.revision} 稿提交表决`);
  for (const { enteredBy, enteredAt, confirmedBy } of page.minutes)
    tell(
      enteredAt,
      confirmedBy ? `${enteredBy}录入会议投票，${confirmedBy}核对确认` : `${enteredBy}录入会议投票，等人核对`,
    );
  if (stage === 'voting' && closesAt !== null) tell(closesAt, '表决截止，自动计票');
  if (decidedAt !== null) tell(decidedAt, stage === 'passed' ? '三方都通过' : '没有通过');
  if (stage === 'passed' && effectiveOn !== null) {
    const begins = startOfDay(effectiveOn);
    tell(begins - 1, `公示 ${charter.publicityDays} 天到期`, dateWords(addDays(effectiveOn, -1)));
    tell(begins, `第 ${cardVersion ?? ''} 号标准开始执行`, dateWords(effectiveOn));
  }
  const told: LifeEvent[] = events.sort((a, b) => a.at - b.at);
  if (stage === 'withdrawn') return [...told, { when: '', what: `${page.proposedBy}撤回`, isAhead: false }];
  if (stage !== 'passed') return told;
  return [
    ...told,
    review
      ? { when: '评议', what: starsWords(review), isAhead: false }
      : isReviewable(effectiveOn, now)
        ? { when: '现在就可以评', what: '请有存折的人评一评', isAhead: false }
        : { when: '季度末', what: '请有存折的人评一评', isAhead: true },
  ];
}

/** Whether holders are asked about a card of this day now; about an older one they were, when it was in force. */
function isReviewable(effectiveOn: Day | null, now: Instant): boolean {
  const today = dayOf(now);
  const window = reviewWindow(today);
  return effectiveOn !== null && isOpen(window, today) && effectiveOn <= reviewedDay(window, today);
}

/** `12 人评，平均 4.5 星` */
function starsWords({ count, byStars }: ReviewSummary): string {
  const stars = byStars.reduce((sum, each, index) => sum + each * (index + 1), 0);
  return `${count} 人评，平均 ${Math.round((stars / count) * 10) / 10} 星`;
}
