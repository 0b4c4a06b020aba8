import type { MinutesRow, ProposalPage } from '../../../types/routes';

export type NextStep = 'open' | 'vote' | 'confirm' | 'record' | 'count';

type Standing = Pick<ProposalPage, 'stage' | 'revision' | 'votes' | 'minutes' | 'isDecidable'>;

/** The one thing that this person does next about a proposal; null for those who only read. */
export function nextStep(proposal: Standing, isManager: boolean): NextStep | null {
  const { stage, votes, isDecidable } = proposal;
  const mine = votes.filter((vote) => vote.isMine);
  const isSeated = mine.length > 0;
  if (stage === 'discussion') return isSeated ? 'open' : null;
  if (stage !== 'voting') return null;
  if (isDecidable) return isSeated || isManager ? 'count' : null;
  const waiting = isSeated ? minutesToConfirm(proposal) : null;
  // Who voted on paper need only say that it was copied right.
  if (waiting && mine.some((vote) => waiting.votes.some(({ seatId }) => seatId === vote.seatId)))
    return 'confirm';
  if (mine.some((vote) => vote.choice === null)) return 'vote';
  if (waiting) return 'confirm';
  return isManager ? 'record' : null;
}

/** Minutes that wait for the caller's word. */
export function minutesToConfirm(proposal: Standing): MinutesRow | null {
  return proposal.minutes.find((minutes) => !minutes.isMine && isCountable(minutes, proposal)) ?? null;
}

/** Whether minutes that were entered can still count: none of their seats has voted otherwise. */
export function isCountable(
  { state, revision, votes }: MinutesRow,
  { revision: current, stage, votes: standing }: Standing,
): boolean {
  return (
    state === 'entered' &&
    stage === 'voting' &&
    revision === current &&
    votes.every(({ seatId }) => standing.some((row) => row.seatId === seatId && row.choice === null))
  );
}
