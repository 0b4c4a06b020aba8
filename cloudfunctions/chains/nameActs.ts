import type { ActRow } from '../../types/act';
import type { NamelessAct } from '../bank/acts';
import { getPeople } from '../store/people';
import { getRewards } from '../store/rewards';
import { getSessions } from '../store/sessions';

/** Gives acts the names of who did them and of what they were about. Reads only. */
export async function nameActs(acts: readonly NamelessAct[]): Promise<ActRow[]> {
  const stocked = acts.filter(({ what }) => what === 'receiveStock' || what === 'writeOffStock');
  const seats = acts.filter(({ what }) => what === 'vacateSeat').map(({ before }) => before);
  const calledOff = acts.filter(({ what }) => what === 'cancelSession');
  const [people, rewards, sessions] = await Promise.all([
    getPeople([...acts.map(({ byId }) => byId), ...seats]),
    getRewards(stocked.map(({ about }) => about)),
    getSessions(calledOff.map(({ about }) => about)),
  ]);
  const names = new Map([
    ...rewards.map(({ _id, name, lot }) => [_id, `${name} ${lot}`] as const),
    ...sessions.map(({ _id, title }) => [_id, title] as const),
  ]);
  return acts.map(({ byId, ...act }) => ({
    ...act,
    by: people.get(byId)?.name ?? (byId === 'clock' ? 'clock' : ''),
    about: names.get(act.about) ?? act.about,
    before: act.what === 'vacateSeat' ? (people.get(act.before)?.name ?? '') : act.before,
  }));
}
