import type { AuditedPromise, Finding } from '../../../../types/finding';

/** Each promise, as one says it to anybody, and what it means that it is broken. */
export const promiseWords: Record<AuditedPromise, { title: string; broken: string }> = {
  P1: {
    title: '余额对得上',
    broken: '每本存折的余额，应当等于它一笔一笔加起来的数，可用的不能是负数。这里不是。',
  },
  P2: {
    title: '每笔都有来由',
    broken: '存折上的每一笔，都应当有一份签到、奖励或兑换记录，数目一样。这里没有，或数目不同。',
  },
  P3: { title: '一事一记', broken: '一件事应当记一笔，不多记、不漏记。这里多了或少了。' },
  P4: { title: '库存对得上', broken: '入库的份数，应当等于在库、待领、已领和报损的总和。这里不等。' },
  P5: {
    title: '旧账没有改动',
    broken: '存折、积分标准和轧账一环扣一环，改过哪一处都看得出来。这里被改过或缺了。',
  },
  P6: {
    title: '按积分标准算得出',
    broken: '每一笔积分，都应当按它写明的积分标准算得出来。这里算出来不一样。',
  },
};

/** Collections in the bank's own words. */
const collections: Record<string, string> = {
  passbooks: '存折',
  pages: '存折内页',
  rateCards: '积分标准',
  closings: '日终轧账',
  rewards: '兑换品',
  attendance: '签到记录',
  award: '奖励记录',
  order: '兑换单',
};

/** `passbooks 0211-000155-3 line` → `存折 0211-000155-3　流水 line` */
export function findingDocument({ document }: Pick<Finding, 'document'>): string {
  const [collection = '', id = '', lineId] = document.split(' ');
  const name = `${collections[collection] ?? collection} ${id}`;
  return lineId ? `${name}　流水 ${lineId}` : name;
}
