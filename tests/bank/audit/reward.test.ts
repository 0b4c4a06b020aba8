import { auditReward } from '../../../cloudfunctions/bank/audit/reward';
import type { Order, Reward, StockEntry } from '../../../types/entities';

type Entry = Pick<StockEntry, 'kind' | 'lots' | 'state'>;

const STOCK = { received: 20, onHand: 9, held: 3, handedOver: 6, writtenOff: 2 };
const REWARD = { _id: 'r_rice', stock: STOCK, holds: { o_1: 1, o_2: 2 } } as unknown as Reward;
const ENTRIES: readonly Entry[] = [
  { kind: 'received', lots: 12, state: 'entered' },
  { kind: 'received', lots: 8, state: 'entered' },
  { kind: 'received', lots: 5, state: 'entering' },
  { kind: 'writtenOff', lots: 2, state: 'entered' },
  { kind: 'writtenOff', lots: 9, state: 'refused' },
];
const ORDERS: readonly Pick<Order, 'lots' | 'state'>[] = [
  { lots: 1, state: 'reserved' },
  { lots: 2, state: 'reserved' },
  { lots: 4, state: 'confirmed' },
  { lots: 2, state: 'confirmed' },
  { lots: 7, state: 'cancelled' },
  { lots: 7, state: 'undone' },
];

const audit = (reward: Partial<Reward> = {}, entries = ENTRIES, orders = ORDERS, settled = true) =>
  auditReward({ ...REWARD, ...reward }, entries, orders, settled);
const finding = (what: string) => ({ promise: 'P4', document: 'rewards r_rice', what });

describe('the audit of a reward’s stock (P4)', () => {
  it('finds nothing where it adds up and is as entries and orders say', () => {
    expect(audit()).toEqual([]);
  });

  it('finds lots that came from nowhere or went missing', () => {
    for (const onHand of [8, 10]) {
      const [found, ...others] = audit({ stock: { ...STOCK, onHand } });
      expect(found).toMatchObject({ promise: 'P4', document: 'rewards r_rice' });
      expect(found!.what).toMatch(new RegExp(`^does not add up: .*"onHand":${onHand}`));
      expect(others).toEqual([]);
    }
  });

  it('finds less than nothing', () => {
    const [found, ...others] = audit({ stock: { ...STOCK, onHand: -1, received: 10 } }, [], [], false);
    expect(found!.what).toMatch(/^is negative: .*"onHand":-1/);
    expect(others).toEqual([]);
    const empty = { received: 0, onHand: 0, held: 0, handedOver: 0, writtenOff: 0 };
    expect(audit({ stock: empty, holds: {} }, [], [])).toEqual([]);
  });

  it('finds holds that don’t come to what is held', () => {
    expect(audit({ holds: { o_1: 1 } })).toEqual([finding('holds do not come to 3')]);
  });

  it('finds what entries and orders tell otherwise, once every chain is complete', () => {
    const twice = [
      [...ENTRIES, ...ENTRIES],
      [...ORDERS, ...ORDERS],
    ] as const;
    expect(audit({}, ...twice)).toEqual([
      finding('6 handed over, by the orders 12'),
      finding('3 held, by the orders 6'),
      finding('20 received, by the entries 40'),
      finding('2 written off, by the entries 4'),
    ]);
    expect(audit({}, ...twice, false)).toEqual([]);
  });
});
