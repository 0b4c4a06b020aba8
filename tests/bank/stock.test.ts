import fc from 'fast-check';
import {
  burnStockStep,
  enterStock,
  handOverStock,
  holdStock,
  judgeStock,
  NO_STOCK,
  releaseStock,
  type StockStep,
  takeBackWriteOff,
} from '../../cloudfunctions/bank/stock';
import type { Reward } from '../../types/entities';
import { applyStockStep } from '../support/applyStockStep';

const REWARD: Reward = {
  _id: 'r_rice',
  branchId: '0211',
  name: '大米',
  kind: 'goods',
  lot: '5 kg',
  description: '',
  providerId: 'counter:0211',
  providerName: '储蓄所柜台',
  costCents: 3_500,
  state: 'offered',
  stock: NO_STOCK,
  holds: {},
  ids: [],
  createdAt: 0,
  createdBy: 'p_manager',
  requestId: 'request',
};
const stocked = applyStockStep(REWARD, enterStock({ _id: 's', kind: 'received', lots: 7 }));

const few = fc.integer({ min: 1, max: 8 });
const anyStockStep: fc.Arbitrary<StockStep> = fc.oneof(
  fc
    .record({ _id: few.map((n) => `s${n}`), kind: fc.constantFrom('received', 'writtenOff'), lots: few })
    .map(enterStock),
  few.map((n) => holdStock(`o${n}`, n)),
  few.map((n) => releaseStock(`o${n}`, n)),
  few.map((n) => handOverStock(`o${n}`, n)),
  few.map((n) => burnStockStep(`o${n}:hold`)),
);
const anyShelfLife = fc.array(anyStockStep, { maxLength: 80, size: 'max' });

function live(steps: StockStep[], reward = REWARD): Reward {
  return steps.reduce(
    (at, step) => (judgeStock(at, step) === 'ready' ? applyStockStep(at, step) : at),
    reward,
  );
}

describe('a reward’s stock, whatever steps come in whatever order', () => {
  it('on hand + held + handed over + written off = received, nothing negative, holds = held (P4)', () => {
    fc.assert(
      fc.property(anyShelfLife, (steps) => {
        const { stock, holds } = live(steps);
        const { received, onHand, held, handedOver, writtenOff } = stock;
        expect(onHand + held + handedOver + writtenOff).toBe(received);
        for (const count of Object.values(stock)) expect(count).toBeGreaterThanOrEqual(0);
        expect(Object.values(holds).reduce((total, lots) => total + lots, 0)).toBe(held);
      }),
    );
  });

  it('takes a step once, however often it is sent', () => {
    fc.assert(
      fc.property(anyShelfLife, (steps) => {
        const once = live(steps);
        const copies = steps.filter((step) => once.ids.includes(step.id));
        expect(live(copies, once)).toEqual(once);
      }),
    );
  });

  it('holds once for an order, even when the reward has forgotten the step', () => {
    const held: Reward = { ...applyStockStep(stocked, holdStock('o1', 3)), ids: [] };
    expect(judgeStock(held, holdStock('o1', 3))).toBe('taken');
  });
});

describe('what a step asks of the stock', () => {
  it('holds and writes off no more than is on hand', () => {
    expect(judgeStock(stocked, holdStock('o1', 7))).toBe('ready');
    expect(judgeStock(stocked, holdStock('o1', 8))).toBe('stock');
    expect(judgeStock(stocked, enterStock({ _id: 'w', kind: 'writtenOff', lots: 8 }))).toBe('stock');
  });

  it('releases and hands over what is held for the order, and nothing else', () => {
    const held = applyStockStep(stocked, holdStock('o1', 3));
    expect(judgeStock(held, releaseStock('o1', 2))).toBe('hold');
    expect(judgeStock(held, handOverStock('o2', 3))).toBe('hold');
    expect(applyStockStep(held, handOverStock('o1', 3)).stock).toMatchObject({ onHand: 4, handedOver: 3 });
    expect(applyStockStep(held, releaseStock('o1', 3))).toMatchObject({ stock: stocked.stock, holds: {} });
  });

  it('never lands after its id was burnt', () => {
    const burnt = applyStockStep(stocked, burnStockStep('o1:hold'));
    expect(judgeStock(burnt, holdStock('o1', 1))).toBe('burnt');
    expect(judgeStock(burnt, burnStockStep('o1:hold'))).toBe('taken');
  });

  it('takes a write-off back wholly', () => {
    const entry = { _id: 'w', kind: 'writtenOff', lots: 4 } as const;
    const written = applyStockStep(stocked, enterStock(entry));
    expect(written.stock).toMatchObject({ onHand: 3, writtenOff: 4 });
    expect(applyStockStep(written, takeBackWriteOff(entry)).stock).toEqual(stocked.stock);
  });
});
