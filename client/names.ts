import type { Category, Party, PassbookKind, Role } from '../types/entities';

/** The bank's own words for what the contract names in English. */
export const categoryNames: Record<Category, string> = {
  outstanding: '突出贡献',
  professional: '专业服务',
  basic: '基本活动',
};

export const kindNames: Record<PassbookKind, string> = {
  volunteer: '志愿者',
  enterprise: '企业',
  organisation: '公益组织',
};

export const roleNames: Record<Role, string> = {
  teller: '柜员',
  manager: '主任',
  merchant: '商户',
  councillor: '议事代表',
  street: '街道办',
};

/** The three that agree on a rate card. */
export const partyNames: Record<Party, string> = {
  community: '社区',
  association: '社团骨干',
  resident: '居民代表',
};

/** `resident-2` → `居民代表 第 2 席` */
export function seatWords(seatId: string): string {
  const dash = seatId.lastIndexOf('-');
  return `${partyNames[seatId.slice(0, dash) as Party]} 第 ${seatId.slice(dash + 1)} 席`;
}
