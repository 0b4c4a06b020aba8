import type { ActKind, ActRow } from '../../types/act';
import { shanghai } from '../../types/day';
import { roleNames, seatWords } from '../names';

interface ActWords {
  /** What it is called in the trail. */
  name: string;
  /** What it was for whoever holds the passbook; `{}` stands for what it was about. Else the name. */
  forHolder?: string;
}

/** One row an act. What takes no effect on a passbook needs a name only. */
const words: Record<ActKind, ActWords> = {
  checkIn: { name: '签到', forHolder: '为您签到：{}' },
  checkOut: { name: '签退', forHolder: '为您签退：{}' },
  settleHours: { name: '确认工时', forHolder: '为您补记工时：{}' },
  undoAttendance: { name: '撤销签到', forHolder: '撤销了您的签到：{}' },
  proposeAward: { name: '申报荣誉奖励', forHolder: '为您申报荣誉奖励：{}' },
  approveAward: { name: '批准荣誉奖励', forHolder: '批准了您的荣誉奖励：{}' },
  declineAward: { name: '没有批准荣誉奖励', forHolder: '没有批准您的荣誉奖励：{}' },
  confirmOrder: { name: '核销兑换单', forHolder: '把兑换品交给了您：{}' },
  undoConfirm: { name: '撤销核销', forHolder: '撤销了一次核销，积分退回：{}' },
  proposeCorrection: { name: '申请更正', forHolder: '申请更正这笔账：{}' },
  approveCorrection: { name: '批准更正', forHolder: '批准了更正：{}' },
  declineCorrection: { name: '没有批准更正', forHolder: '没有批准更正：{}' },
  openFor: { name: '代为开户', forHolder: '为{}开了这本存折' },
  freeze: { name: '冻结存折', forHolder: '冻结了这本存折' },
  unfreeze: { name: '解冻存折', forHolder: '解冻了这本存折' },
  publishActivity: { name: '发布活动' },
  cancelSession: { name: '取消场次' },
  receiveStock: { name: '入库' },
  writeOffStock: { name: '报损' },
  invite: { name: '邀请上岗' },
  vacateSeat: { name: '空出席位' },
  scanRefused: { name: '扫码没有通过', forHolder: '扫了您的码，没有通过' },
};

/** Values before and after an act. What is not here says itself: a name, a number. */
const states: Record<string, string> = {
  ...roleNames,
  in: '已签到',
  lapsed: '忘了签退',
  done: '已完成',
  refused: '没有记上',
  undone: '已撤销',
  proposed: '待批准',
  approved: '已批准',
  declined: '没有批准',
  reserved: '待领取',
  confirmed: '已领走',
  active: '正常',
  frozen: '已冻结',
  closed: '已销户',
  open: '可报名',
  cancelled: '已取消',
  pending: '等对方接受',
  accepted: '已上岗',
};

/** What was done: 签到, 冻结存折. */
export function actName({ what }: Pick<ActRow, 'what'>): string {
  return words[what]?.name ?? '其他操作';
}

/** Who did it. */
export function actor({ by }: Pick<ActRow, 'by'>): string {
  if (by === 'clock') return '银行系统';
  return by || '工作人员';
}

/** What it was about; empty where that is the passbook, which is named beside it. */
export function aboutWords({ what, about, passbookId }: ActRow): string {
  if (what === 'vacateSeat') return seatWords(about);
  return about === passbookId ? '' : about;
}

/** Why the bank refused a scan, as short as a trail has room for. */
const refusals: Partial<Record<string, string>> = {
  CODE_INVALID: '不是有效的签到码',
  CODE_STALE: '签到码已经换新',
  CODE_USED: '这个码用过了',
  NOT_SESSION_TIME: '不在签到时间',
  ALREADY_CHECKED_IN: '已经签到过',
  ALREADY_CHECKED_OUT: '已经签退过',
  NOT_CHECKED_IN: '还没有签到',
  STILL_ELSEWHERE: '还在别的活动里',
  SESSION_FULL: '名额满了',
  SESSION_CANCELLED: '场次取消了',
  NO_EARNING_RULE: '积分标准里没有这一项',
  PASSBOOK_FROZEN: '存折冻结了',
  PASSBOOK_CLOSED: '存折销户了',
  WRONG_BRANCH: '是别的储蓄所的存折',
  SELF_DEALING: '不能给自己签到',
};

/** What was given as the reason: in the words of whoever did it, or the bank's own. */
export function reasonWords({ what, reason }: Pick<ActRow, 'what' | 'reason'>): string {
  return what === 'scanRefused' ? (refusals[reason] ?? reason) : reason;
}

/** `正常 → 已冻结`; what had no state before shows only what came of it. */
export function changeWords({ what, before, after }: ActRow): string {
  const emptied = what === 'vacateSeat' ? '空席' : '';
  return [before, after || emptied]
    .filter(Boolean)
    .map((state) => states[state] ?? state)
    .join(' → ');
}

/** `李柜员 14:05 为您签到：洁净家园`; says so if it took no effect. */
export function sentenceForHolder(act: ActRow): string {
  const sentence = words[act.what]?.forHolder ?? `${actName(act)}：{}`;
  const failed = act.after === 'refused' ? '（没有记上）' : '';
  return `${actor(act)} ${shanghai(act.at).format('HH:mm')} ${sentence.replace('{}', act.about)}${failed}`;
}
