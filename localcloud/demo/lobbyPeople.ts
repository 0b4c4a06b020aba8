import { personIdOf } from '../../cloudfunctions/platform/ids';
import type { Passbook, Person, Role } from '../../types/entities';
import { formatPoints } from '../../types/points';
import type { Database } from '../database/database';
import type { DemoPerson } from '../http/demoLogin';
import { FENG, SUN, WU, WU_SPEAKS_FOR, ZHOU, ZHOU_BRANCH } from './cast';
import { councillorOpenid } from './council';
import { staffOpenid } from './demoBranch';
import { STREET_OPENID } from './openBranch';
import { BRANCHES } from './street';

/** Somebody whom a visitor can be. */
interface Chosen {
  openid: string;
  /** Until the bank knows better. */
  name: string;
  role: string;
  can: string;
  /** Newcomers are there in every bank; the others only where they live. */
  isNewcomer?: boolean;
}

const [FIRST] = BRANCHES;
const { merchants } = FIRST!;

const CHOSEN: readonly Chosen[] = [
  { ...nameOf(ZHOU), role: '志愿者', can: '看存折、出示签到码、领口罩' },
  { ...nameOf(SUN), role: '志愿者', can: '退休医生，正在义诊，等柜员扫码签退' },
  { ...nameOf(WU), role: '志愿者', can: `还代管“${WU_SPEAKS_FOR}”的存折，签到时选一本` },
  { ...nameOf(FENG), role: '志愿者', can: '存折被冻结了，看看会怎样' },
  { ...staff('teller-1'), role: '柜员', can: '扫码签到、发布活动、提名表彰' },
  { ...staff('teller-2'), role: '柜员', can: '另一位柜员，管柜台兑换' },
  { ...staff('manager'), role: '主任', can: '批准表彰、邀请柜员、管兑换品和积分标准' },
  { ...seat('resident-1'), role: '居民代表', can: '去议事厅：提案、讨论、投票' },
  { ...seat('association-2'), role: '社团骨干', can: '还没投票，大米降价差这一票' },
  { ...staff('market'), role: merchants.market.name, can: '扫兑换码，把东西交给居民' },
  { ...staff('barber'), role: merchants.barber.name, can: '扫兑换码，理发' },
  { openid: STREET_OPENID, name: '刘科长', role: '街道办', can: '开设储蓄所、邀请主任' },
  ...['甲', '乙', '丙', '丁', '戊', '己'].map((letter, index) => ({
    openid: `demo-newcomer-${index + 1}`,
    name: `新居民${letter}`,
    role: '新居民',
    can: '还没有存折：自己开一本',
    isNewcomer: true,
  })),
];

const OPENING_STREET: Chosen = {
  openid: STREET_OPENID,
  name: '街道办工作人员',
  role: '街道办',
  can: '用终端里的开行码开银行',
  isNewcomer: true,
};

const LANDINGS: Record<Role, string> = {
  teller: '/app/#/features/desk/pages/home/home',
  manager: '/app/#/features/desk/pages/home/home',
  street: '/app/#/features/desk/pages/home/home',
  merchant: '/app/#/features/merchant/pages/counter/counter',
  councillor: '/app/#/features/council/pages/room/room',
};
const SET_UP_PAGE = '/app/#/features/desk/pages/setUp/setUp';

const ROLE_NAMES: Record<Role, string> = {
  teller: '柜员',
  manager: '主任',
  merchant: '商户',
  councillor: '议事代表',
  street: '街道办',
};

/** Whom one can be at this bank, with what stands in their books at the moment. */
export function lobbyPeople(database: Database): DemoPerson[] {
  const isSetUp = database.collection('street').count() > 0;
  const chosen = isSetUp ? CHOSEN : [OPENING_STREET, ...CHOSEN];
  const ids = chosen.map(({ openid }) => personIdOf(openid));
  const people = database.collection<Person>('people').find({ _id: { $in: ids } });
  return chosen.flatMap((one) => {
    const person = people.find(({ openid }) => openid === one.openid);
    if (person) return [known(one, person, database)];
    if (!one.isNewcomer) return [];
    return [{ ...printed(one), landing: isSetUp || one.openid !== STREET_OPENID ? '/app/' : SET_UP_PAGE }];
  });
}

/** Whether the demo street lives in this bank. */
export function isDemoStreet(database: Database): boolean {
  return database.collection('people').findOne({ _id: personIdOf(staff('teller-1').openid) }) !== undefined;
}

function known(one: Chosen, person: Person, database: Database): DemoPerson {
  const [grant] = person.roles;
  const own = person.ownPassbookId;
  const book = own ? database.collection<Passbook>('passbooks').findOne({ _id: own }) : undefined;
  const saved = book ? `${formatPoints(book.balance)} 分。` : '';
  const met = one.isNewcomer ? { role: grant ? ROLE_NAMES[grant.role] : book ? '志愿者' : one.role } : {};
  const can = one.isNewcomer && (grant || book) ? '已经不是生人了，接着用' : one.can;
  return {
    ...printed({ ...one, ...met, can: `${saved}${can}` }),
    name: person.name || one.name,
    landing: grant ? LANDINGS[grant.role] : '/app/',
  };
}

function printed({ openid, name, role, can }: Chosen): DemoPerson {
  return { openid, name, role, detail: can };
}

function nameOf({ openid, name }: { openid: string; name: string }) {
  return { openid, name };
}

function seat(seatId: Parameters<typeof councillorOpenid>[0]) {
  return { openid: councillorOpenid(seatId), name: '' };
}

/** Their names are the bank's to tell. */
function staff(who: string) {
  return { openid: staffOpenid(ZHOU_BRANCH, who), name: '' };
}
