import { CallError } from '../../client/cloud/CallError';
import { HomeStore } from '../../client/holder/homeStore';
import type { Home } from '../../types/routes';
import { later, ScriptedBank, SetClock } from '../support/scriptedBank';

const home = (name: string): Home => ({
  person: { name, roles: [] },
  passbooks: [],
  current: null,
  rateCard: null,
  upcoming: [],
});

it('shows the passbook that was asked for last, whichever answer comes last', async () => {
  const bank = new ScriptedBank();
  const store = new HomeStore(bank.call, new SetClock(0));
  const [first, second] = [later<Home>(), later<Home>()];
  bank.on('passbook', 'home', ({ passbookId }) => (passbookId === 'one' ? first : second).promise);
  const shows = [store.show('one'), store.show('two')];
  second.come(home('two'));
  first.come(home('one'));
  await Promise.all(shows);
  expect(store.home?.person?.name).toBe('two');
});

it('keeps showing what it had while there is no network', async () => {
  const bank = new ScriptedBank();
  const store = new HomeStore(bank.call, new SetClock(0));
  bank.on('passbook', 'home', () => home('周桂兰'));
  await store.load();
  bank.on('passbook', 'home', () => {
    throw new CallError('NETWORK', {});
  });
  await store.load();
  expect(store.home?.person?.name).toBe('周桂兰');
  expect(store.error).toMatchObject({ code: 'NETWORK' });
});

it('takes only whom the bank does not know for a stranger', async () => {
  const bank = new ScriptedBank();
  const store = new HomeStore(bank.call, new SetClock(0));
  expect(store.isStranger).toBe(false);
  bank.on('passbook', 'home', () => ({ ...home(''), person: null }));
  await store.load();
  expect(store.isStranger).toBe(true);
});
