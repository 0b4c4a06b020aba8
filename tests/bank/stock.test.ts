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
  takeStockBack,
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
/** The reward with seven lots received. */
const stock = () => applyStockStep(REWARD, enterStock({ _id: 's', kind: 'received', lots: 7 }));

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
    const stocked = stock();
    const held: Reward = { ...applyStockStep(stocked, holdStock('o1', 3)), ids: [] };
    expect(judgeStock(held, holdStock('o1', 3))).toBe('taken');
  });
});

describe('what a step asks of the stock', () => {
  it('holds and writes off no more than is on hand', () => {
    const stocked = stock();
    expect(judgeStock(stocked, holdStock('o1', 7))).toBe('ready');
    expect(judgeStock(stocked, holdStock('o1', 8))).toBe('stock');
    expect(judgeStock(stocked, enterStock({ _id: 'w', kind: 'writtenOff', lots: 8 }))).toBe('stock');
  });

  it('releases and hands over what is held for the order, and nothing else', () => {
    const stocked = stock();
    const held = applyStockStep(stocked, holdStock('o1', 3));
    expect(judgeStock(held, releaseStock('o1', 2))).toBe('hold');
    expect(judgeStock(held, releaseStock('o1', 3))).toBe('ready');
    expect(judgeStock(held, handOverStock('o1', 3))).toBe('ready');
    expect(judgeStock(held, handOverStock('o2', 3))).toBe('hold');
    expect(applyStockStep(held, handOverStock('o1', 3)).stock).toMatchObject({ onHand: 4, handedOver: 3 });
    expect(applyStockStep(held, releaseStock('o1', 3))).toMatchObject({ stock: stocked.stock, holds: {} });
  });

  it('never lands after its id was burnt', () => {
    const stocked = stock();
    const burnt = applyStockStep(stocked, burnStockStep('o1:hold'));
    expect(judgeStock(burnt, holdStock('o1', 1))).toBe('burnt');
    expect(judgeStock(burnt, burnStockStep('o1:hold'))).toBe('taken');
  });

  it('takes a write-off back wholly', () => {
    const stocked = stock();
    const entry = { _id: 'w', kind: 'writtenOff', lots: 4 } as const;
    const written = applyStockStep(stocked, enterStock(entry));
    expect(written.stock).toMatchObject({ onHand: 3, writtenOff: 4 });
    expect(applyStockStep(written, takeBackWriteOff(entry)).stock).toEqual(stocked.stock);
  });

  it('receives lots, and takes back into stock what was handed over by mistake', () => {
    const received = live([enterStock({ _id: 's', kind: 'received', lots: 7 })]);
    expect(received.stock).toEqual({ ...NO_STOCK, received: 7, onHand: 7 });
    const handedOver = live([holdStock('o1', 3), handOverStock('o1', 3)], received);
    expect(live([takeStockBack('o1', 3)], handedOver)).toMatchObject({ stock: received.stock, holds: {} });
  });

  it('does for one order or entry what it does for another: each step is its own', () => {
    const entries = ['a', 'b'].map((_id) => ({ _id, kind: 'writtenOff', lots: 1 }) as const);
    const steps = [
      ...['o1', 'o2', 'o3', 'o4'].map((order) => holdStock(order, 1)),
      ...['o1', 'o2'].map((order) => releaseStock(order, 1)),
      ...['o3', 'o4'].map((order) => handOverStock(order, 1)),
      ...['o3', 'o4'].map((order) => takeStockBack(order, 1)),
      ...entries.map(enterStock),
      ...entries.map(takeBackWriteOff),
    ];
    const lived = live(steps, stock());
    expect(lived).toMatchObject({ stock: stock().stock, holds: {} });
    // It remembers each by its id alone; nothing more stands for a step that was not burnt.
    expect(lived.ids).toHaveLength(1 + steps.length);
  });
});
