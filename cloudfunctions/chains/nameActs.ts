import type { ActRow } from '../../types/act';
import type { NamelessAct } from '../bank/acts';
import { getPeople } from '../store/people';
import { getRewards } from '../store/rewards';

/** Gives acts the names of who did them and of what they were about. Reads only. */
export async function nameActs(acts: readonly NamelessAct[]): Promise<ActRow[]> {
  const stocked = acts.filter(({ what }) => what === 'receiveStock' || what === 'writeOffStock');
  const seats = acts.filter(({ what }) => what === 'vacateSeat').map(({ before }) => before);
  const [people, rewards] = await Promise.all([
    getPeople([...acts.map(({ byId }) => byId), ...seats]),
    getRewards(stocked.map(({ about }) => about)),
  ]);
  const names = new Map(rewards.map(({ _id, name, lot }) => [_id, `${name} ${lot}`]));
  return acts.map(({ byId, ...act }) => ({
    ...act,
    by: people.get(byId)?.name ?? (byId === 'clock' ? 'clock' : ''),
    about: names.get(act.about) ?? act.about,
    before: act.what === 'vacateSeat' ? (people.get(act.before)?.name ?? '') : act.before,
  }));
}
