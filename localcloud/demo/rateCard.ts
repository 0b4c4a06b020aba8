import type { Input } from '../../types/routes';
import type { MerchantKind } from './street';

type EarningRule = Input<'rates', 'publish'>['earning'][number];

const NO_AWARD = { roundToMinutes: 1, dailyCap: 0, levels: [] };

export const AWARD_RULE = 'outstanding-award';

/** What deeds earn: card no. 1 of every branch. */
export const EARNING: EarningRule[] = [
  {
    ...NO_AWARD,
    id: 'basic-visit',
    category: 'basic',
    basis: 'visit',
    kinds: ['volunteer', 'enterprise', 'organisation'],
    points: 100,
  },
  {
    ...NO_AWARD,
    id: 'professional-hour',
    category: 'professional',
    basis: 'hour',
    kinds: ['volunteer', 'organisation'],
    points: 200,
    roundToMinutes: 30,
    dailyCap: 800,
  },
  {
    ...NO_AWARD,
    id: AWARD_RULE,
    category: 'outstanding',
    basis: 'award',
    kinds: ['volunteer', 'enterprise', 'organisation'],
    points: 0,
    levels: [
      { level: 'community', title: '社区表扬', points: 1000 },
      { level: 'street', title: '街道表彰', points: 3000 },
    ],
  },
];

export const EXPLANATION =
  '社区、社团骨干和居民代表三方商定。基本活动每次 1 分；专业服务每小时 2 分，满半小时起计，每天最多 8 分；' +
  '突出贡献由柜员提名、主任批准。';

export interface RewardPlan {
  name: string;
  kind: 'goods' | 'service';
  lot: string;
  description: string;
  provider: MerchantKind | 'counter';
  costCents: number;
  points: number;
  /** Lots that come in at once. */
  delivery: number;
}

/** What points buy; the first is what the newspapers told of. */
export const REWARDS: readonly RewardPlan[] = [
  {
    name: '口罩',
    kind: 'goods',
    lot: '4 包',
    description: '一次性医用口罩，每包 10 只。',
    provider: 'market',
    costCents: 800,
    points: 500,
    delivery: 60,
  },
  {
    name: '理发',
    kind: 'service',
    lot: '1 次',
    description: '剪发一次，60 岁以上可上门。',
    provider: 'barber',
    costCents: 1500,
    points: 1000,
    delivery: 30,
  },
  {
    name: '洗衣液',
    kind: 'goods',
    lot: '2 kg',
    description: '无磷洗衣液一瓶。',
    provider: 'market',
    costCents: 1890,
    points: 1500,
    delivery: 24,
  },
  {
    name: '鸡蛋',
    kind: 'goods',
    lot: '30 枚',
    description: '鲜鸡蛋一板，请自备袋子。',
    provider: 'market',
    costCents: 2200,
    points: 2000,
    delivery: 20,
  },
  {
    name: '面粉',
    kind: 'goods',
    lot: '5 kg',
    description: '多用途小麦粉一袋。',
    provider: 'counter',
    costCents: 2600,
    points: 2500,
    delivery: 16,
  },
  {
    name: '食用油',
    kind: 'goods',
    lot: '1.8 L',
    description: '花生油一桶。',
    provider: 'counter',
    costCents: 4200,
    points: 3500,
    delivery: 12,
  },
  {
    name: '家电清洗',
    kind: 'service',
    lot: '1 台',
    description: '油烟机、空调或洗衣机任选一台，上门清洗。',
    provider: 'repairs',
    costCents: 6000,
    points: 4000,
    delivery: 10,
  },
  {
    name: '大米',
    kind: 'goods',
    lot: '5 kg',
    description: '东北大米一袋。',
    provider: 'counter',
    costCents: 3500,
    points: 6000,
    delivery: 12,
  },
];
