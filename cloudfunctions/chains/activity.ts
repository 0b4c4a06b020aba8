import type { Activity, Session } from '../../types/entities';
import { claimSession, settleActivity } from '../store/sessions';

/**
 * Adds the sessions that an activity's record names. Safe to repeat.
 * @returns their ids
 */
export async function finishActivity(activity: Activity): Promise<string[]> {
  const sessions = activity.sessions.map((_, index) => sessionOf(activity, index));
  if (!activity.settled) {
    for (const session of sessions) await claimSession(session);
    await settleActivity(activity._id);
  }
  return sessions.map((session) => session._id);
}

function sessionOf(activity: Activity, index: number): Session {
  const { _id, branchId, title, description, category, basis, askFirst } = activity;
  return {
    _id: `${_id}-${index + 1}`,
    activityId: _id,
    ...{ branchId, title, description, category, basis, askFirst },
    ...activity.sessions[index]!,
    taken: 0,
    places: {},
    ids: [],
    state: 'open',
  };
}
