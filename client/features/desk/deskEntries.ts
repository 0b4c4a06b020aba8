import type { Role } from '../../../types/entities';
import type { Output } from '../../../types/routes';
import type { IconName } from '../../components/Icon';

interface DeskEntry {
  words: string;
  icon: IconName;
  page: string;
  /** Who finds it on the desk; what they may do behind it, the bank decides. */
  roles: readonly Role[];
  /** What of the branch's waiting work is done behind it. */
  waiting?: keyof Output<'desk', 'waiting'>;
}

const BRANCH: readonly Role[] = ['teller', 'manager'];

/** What the desk leads to, besides its sessions. */
const entries: readonly DeskEntry[] = [
  { words: '发布活动', icon: 'plus', page: '/features/desk/pages/publish/publish', roles: BRANCH },
  {
    words: '荣誉奖励',
    icon: 'star',
    page: '/features/desk/pages/awards/awards',
    roles: BRANCH,
    waiting: 'awards',
  },
  {
    words: '更正',
    icon: 'warning',
    page: '/features/desk/pages/corrections/corrections',
    roles: BRANCH,
    waiting: 'corrections',
  },
  {
    words: '确认工时',
    icon: 'clock',
    page: '/features/desk/pages/lapsed/lapsed',
    roles: BRANCH,
    waiting: 'hours',
  },
  { words: '柜台核销', icon: 'scan', page: '/features/merchant/pages/counter/counter', roles: BRANCH },
  { words: '存折查询', icon: 'passbook', page: '/features/desk/pages/passbooks/passbooks', roles: BRANCH },
  { words: '兑换品与库存', icon: 'gift', page: '/features/desk/pages/rewards/rewards', roles: BRANCH },
  {
    words: '积分标准',
    icon: 'list',
    page: '/features/desk/pages/rates/rates',
    roles: ['teller', 'manager', 'street'],
  },
  {
    words: '议事厅',
    icon: 'calendar',
    page: '/features/council/pages/room/room',
    roles: ['manager', 'street', 'councillor'],
  },
  {
    words: '人员',
    icon: 'person',
    page: '/features/desk/pages/members/members',
    roles: ['manager', 'street'],
  },
  {
    words: '日终轧账',
    icon: 'check',
    page: '/features/desk/books/pages/closings/closings',
    roles: ['teller', 'manager', 'street'],
  },
  {
    words: '操作记录',
    icon: 'clock',
    page: '/features/desk/books/pages/trail/trail',
    roles: ['manager', 'street'],
  },
  { words: '查账', icon: 'scan', page: '/features/desk/books/pages/audit/audit', roles: ['street'] },
  { words: '储蓄所', icon: 'house', page: '/features/desk/pages/branches/branches', roles: ['street'] },
];

export function entriesFor(roles: readonly Role[]): readonly DeskEntry[] {
  return entries.filter((entry) => entry.roles.some((role) => roles.includes(role)));
}
