import { type Instant, shanghai } from '../types/day';
import type { ErrorCode, ErrorDetails } from '../types/errors';
import { formatPoints } from '../types/points';
import { CallError, type CallErrorCode, isRefusal } from './cloud/CallError';

/** What happened, and what the person can do next. */
export interface Words {
  happened: string;
  next: string;
}

type Details<C extends CallErrorCode> = C extends ErrorCode ? ErrorDetails[C] : object;

const clock = (at: Instant) => shanghai(at).format('M月D日 HH:mm');

const say = (happened: string, next: string) => (): Words => ({ happened, next });

const missing: Record<ErrorDetails['NOT_FOUND']['what'], string> = {
  branch: '储蓄所',
  passbook: '存折',
  activity: '活动',
  session: '场次',
  reward: '兑换品',
  order: '兑换单',
  award: '申请',
  person: '人',
  proposal: '提案',
  suggestion: '建议',
  rateCard: '积分标准',
  minutes: '会议记录',
  photo: '照片',
  line: '明细',
  correction: '更正',
  attendance: '签到记录',
};

const existing: Record<ErrorDetails['ALREADY_EXISTS']['what'], string> = {
  branch: '这个编号的储蓄所',
  bank: '这家银行',
  rateCard: '这一号积分标准',
};

const stillOpen: Record<ErrorDetails['PASSBOOK_BUSY']['what'], Words> = {
  order: { happened: '还有兑换单没有领取', next: '请先去领取，或把兑换单取消，再来销户。' },
  signUp: { happened: '还报名了活动', next: '请先取消报名，再来销户。' },
  attendance: { happened: '还在活动现场，没有签退', next: '请先签退，等积分记好再来销户。' },
  hours: { happened: '有一次工时还没有确认', next: '请储蓄所先确认工时，再来销户。' },
  undo: { happened: '刚才的一笔还在可以撤销的时间里', next: '请过一刻钟再来销户。' },
  award: { happened: '有一笔奖励还在等主任批', next: '请等主任批完，再来销户。' },
  correction: { happened: '有一笔更正还在等主任批', next: '请等主任批完，再来销户。' },
  step: { happened: '存折上还有一笔没有记完', next: '请过几分钟再来销户。' },
};

const stages: Record<string, string> = {
  discussion: '还在讨论',
  voting: '正在表决',
  passed: '已经通过',
  failed: '没有通过',
  withdrawn: '已经撤回',
};

const words: { [C in CallErrorCode]: (details: Details<C>) => Words } = {
  NETWORK: say('没有收到银行的答复', '请检查网络后再试一次。刚才的操作不会重复记账。'),
  BUSY: say('现在人太多，没排上', '请稍等几秒再试一次。刚才的操作不会重复记账。'),
  INTERNAL: ({ requestId }) => ({
    happened: '银行出了点问题',
    next: `请再试一次，不会重复记账。还是不行，请把编号告诉工作人员：${requestId ?? '无'}`,
  }),
  BAD_INPUT: ({ path }) => ({
    happened: '有一项填得不对',
    next: `请检查后重新填写${path ? `（${path}）` : ''}。`,
  }),
  UNKNOWN_ACTION: say('这个版本做不了这件事', '请关闭小程序，重新打开后再试。'),
  NO_IDENTITY: say('还不知道您是谁', '请在微信里打开小程序；在电脑上请先登录。'),
  FORBIDDEN: say('您没有办理这项业务的权限', '请找本所主任办理，或请主任给您开通。'),
  WRONG_BRANCH: say('这不是本所的业务', '请到存折所属的储蓄所办理。'),
  SELF_DEALING: say('不能给自己或自己代管的存折办理', '请另一位工作人员来办。'),
  THREE_PEOPLE_NEEDED: say('提出、批准和得到积分的必须是三个不同的人', '请另一位有权限的人来批准。'),
  NOT_FOUND: ({ what }) => ({
    happened: `没有找到这个${missing[what] ?? '记录'}`,
    next: '请返回上一页刷新后再试，或核对编号。',
  }),
  ALREADY_EXISTS: ({ what }) => ({
    happened: `${existing[what] ?? '它'}已经有了`,
    next: '不用再建，请返回查看。',
  }),
  REQUEST_REUSED: say('这次操作和之前的一次弄混了', '请返回上一页，重新办理一次。'),
  CONSENT_NEEDED: say('还没有同意隐私说明', '请先阅读并同意，再继续办理。'),
  PASSBOOK_NEEDED: say('您还没有存折', '请先开一本存折，只要一分钟。'),
  PASSBOOK_FROZEN: say(
    '存折已冻结，暂时不能办新的业务',
    '余额不受影响，已经兑好的仍可以领取或取消。请联系储蓄所问明原因。',
  ),
  PASSBOOK_CLOSED: say('这本存折已经销户', '不能再存取，折上的明细仍可以看。'),
  PASSBOOK_BUSY: ({ what, until }) => ({
    happened: stillOpen[what]?.happened ?? '存折上还有没办完的事',
    next: `${stillOpen[what]?.next ?? '请办完再来销户。'}${until === null ? '' : `最晚到 ${clock(until)}。`}`,
  }),
  PASSBOOK_NOT_EMPTY: ({ balance }) => ({
    happened: `存折里还有 ${formatPoints(balance)} 分`,
    next: '请先兑换用完，或选择把余下的积分捐给本所。',
  }),

  CODE_INVALID: say('这个码不能用', '请确认扫的是本行的码，并让对方重新打开再扫。'),
  CODE_STALE: say('这个签到码已经过期', '请对方刷新签到码，不要用截图，再扫一次。'),
  CODE_USED: say('这个签到码已经用过了', '请等对方的码换新（最多 30 秒）后再扫。'),
  NOT_SESSION_TIME: ({ opensAt, closesAt }) => ({
    happened: '现在不是签到时间',
    next: `请在 ${clock(opensAt)} 到 ${clock(closesAt)} 之间签到。`,
  }),
  ALREADY_CHECKED_IN: ({ at, name }) => ({
    happened: `${name ?? '这本存折'}已经签到过了`,
    next: `${clock(at)} 已签到，不用再签。`,
  }),
  ALREADY_CHECKED_OUT: ({ at }) => ({ happened: '已经签退过了', next: `${clock(at)} 已签退，不用再签。` }),
  NOT_CHECKED_IN: say('还没有签到', '请先签到，离开时再签退。'),
  STILL_ELSEWHERE: ({ title, since }) => ({
    happened: `还在“${title}”没有签退`,
    next: `${clock(since)} 签到的，请先到那里签退。`,
  }),
  SESSION_FULL: ({ capacity }) => ({ happened: `${capacity} 个名额已经满了`, next: '请看看其他场次。' }),
  SESSION_CANCELLED: say('这一场已经取消', '请看看其他场次。'),
  SIGN_UP_CLOSED: ({ startsAt }) => ({
    happened: '报名已经截止',
    next: `活动 ${clock(startsAt)} 开始。可以直接到现场，有空位就能参加。`,
  }),
  WITHDRAW_CLOSED: ({ until }) => ({
    happened: '已经过了可以取消报名的时间',
    next: `${clock(until)} 起开始签到，不能再取消。来不了也不扣分。`,
  }),
  NOT_SIGNED_UP: say('没有报名这一场', '不用取消。想参加的话请先报名。'),
  NO_EARNING_RULE: say('现行积分标准没有写这类活动给多少分', '请联系储蓄所，由议事会补充标准。'),
  NO_RATE_CARD: say('本所还没有积分标准', '请等储蓄所公布标准后再来。'),
  CAP_REACHED: ({ cap }) => ({
    happened: '今天这一类活动的积分已经到顶',
    next: `每天最多 ${formatPoints(cap)} 分，明天再来还能记。`,
  }),
  UNDO_TOO_LATE: ({ until }) => ({
    happened: '已经过了可以撤销的时间',
    next: `${clock(until)} 前可以撤销，现在请找主任更正。`,
  }),
  ALREADY_UNDONE: ({ at }) => ({ happened: '已经撤销过了', next: `${clock(at)} 已撤销，不用再撤。` }),
  POINTS_SPENT: ({ missing: short }) => ({
    happened: '积分已经花掉，收不回来',
    next: `还差 ${formatPoints(short)} 分，请交给主任处理。`,
  }),

  LINE_REVERSED: ({ at }) => ({ happened: '这一笔已经冲正过了', next: `${clock(at)} 已冲正，不用再更正。` }),
  LINE_NOT_CORRECTABLE: say('这一笔不能更正', '只能更正活动、奖励和兑换的明细；冲正的不能再冲。'),
  HOURS_NOT_DUE: ({ from }) => ({
    happened: '这次签到还可以签退',
    next: `请让本人签退；${clock(from)} 以后还没签退，再来确认工时。`,
  }),
  HOURS_TOO_LATE: ({ until }) => ({
    happened: '已经过了确认工时的时间',
    next: `${clock(until)} 前可以确认，现在只能按不记工时办结。`,
  }),

  INSUFFICIENT_POINTS: ({ available, needed }) => ({
    happened: `积分不够，还差 ${formatPoints(needed - available)} 分`,
    next: `需要 ${formatPoints(needed)} 分，可用 ${formatPoints(available)} 分。再参加几次活动就够了。`,
  }),
  OUT_OF_STOCK: ({ left }) => ({
    happened: left > 0 ? `只剩 ${left} 份了` : '已经兑完了',
    next: left > 0 ? '请减少份数再试。' : '请看看别的，或等补货。',
  }),
  REWARD_UNAVAILABLE: say('这件东西现在不能兑换', '请返回兑换页，看看别的。'),
  VOUCHER_USED: ({ at }) => ({ happened: '这个兑换码已经用过', next: `${clock(at)} 已领走，请不要再发放。` }),
  VOUCHER_CANCELLED: ({ at }) => ({
    happened: '这个兑换码已经取消',
    next: `${clock(at)} 已取消，积分已退回。需要的话请重新兑换。`,
  }),
  VOUCHER_EXPIRED: ({ at }) => ({
    happened: '这个兑换码已经过期',
    next: `${clock(at)} 到期，积分已退回。需要的话请重新兑换。`,
  }),
  ORDER_ENDED: say('这张兑换单已经办完', '请返回查看它的结果。'),

  INVITATION_INVALID: say('这个邀请码不对', '请核对后重新输入，或请发邀请的人再看一遍。'),
  INVITATION_EXPIRED: say('邀请已经过期', '邀请 72 小时内有效，请对方重新发一个。'),
  INVITATION_USED: say('这个邀请已经用过', '一个邀请只能用一次，请对方重新发一个。'),
  SET_UP_CODE_INVALID: say('开行码不对', '请核对启动时打印的开行码，注意大小写。'),
  ALREADY_DECIDED: say('这件事已经有人批过了', '请刷新查看结果。'),
  EFFECTIVE_TOO_SOON: ({ earliest }) => ({
    happened: '生效日期太早',
    next: `积分标准不能追溯，最早从 ${earliest} 起生效。`,
  }),
  COUNCIL_DECIDES: say('本所的积分标准由议事会决定', '请在议事厅提出提案，由三方表决。'),
  NO_COUNCIL: say('本所还没有议事会', '请街道办先设立议事会、写好章程。'),
  NOT_SEATED: say('这个席位现在不是您的', '请核对您的席位；任期到了请街道办重新邀请。'),
  SEAT_TAKEN: say('这个席位已经有人了', '请换一个空着的席位，或等原来的委员离任。'),
  WRONG_STAGE: ({ stage }) => ({
    happened: `这个提案${stages[stage] ?? '已经到了别的阶段'}`,
    next: '请返回提案页刷新，看看现在能做什么。',
  }),
  REVISION_OUTDATED: ({ revision }) => ({
    happened: `提案已经改到第 ${revision} 稿`,
    next: '请刷新后看看新的一稿，再决定。',
  }),
  BASE_OUTDATED: ({ version }) => ({
    happened: `第 ${version} 号积分标准已经通过，这个提案还是照旧标准写的`,
    next: '请在新标准的基础上修改提案，再提交表决。',
  }),
  OTHER_VOTE_OPEN: say('议事会正在表决另一个提案', '一次表决一个。等它有了结果，再提交这一个。'),
  ALREADY_VOTED: ({ at }) => ({
    happened: `这个席位在${clock(at)}已经投过票`,
    next: '一席一票，投了不能改。',
  }),
  VOTING_CLOSED: ({ at }) => ({
    happened: `表决在${clock(at)}已经截止`,
    next: '请等计票结果。',
  }),
  VOTING_OPEN: ({ closesAt }) => ({
    happened: `还有席位没有投票，表决到${clock(closesAt)}截止`,
    next: '到时间会自动计票，不用守着。',
  }),
  SECOND_COUNCILLOR_NEEDED: say('录入的人不能自己确认', '请另一位委员核对会议记录后确认。'),
  TEXT_REFUSED: say('这段文字没有通过检查', '请换一种说法，再提交一次。'),
  NOTHING_CHANGED: say('和现行的积分标准没有差别', '请至少改动一处，再提交。'),
  REVIEW_CLOSED: ({ opensOn }) => ({
    happened: '现在不是评议的时候',
    next: `每季度末评一次，下次从 ${opensOn} 开始。`,
  }),
  ALREADY_REVIEWED: ({ at }) => ({
    happened: `您在${clock(at)}已经评过了`,
    next: '每季度评一次，下季度再来。',
  }),
};

/** What a scanner was meant to read, and where the other person finds it. */
const expectedCodes = {
  签到码: '请对方打开“签到码”，重新显示后再扫。不能用截图，也不能用别的码。',
  兑换码: '请对方打开兑换单再扫，并核对是不是在本店领取的。',
};

/**
 * The one place that turns a caught error into words. Anything that is no refusal is a defect, said as INTERNAL.
 * @param expected which code a scanner was meant to read: a code that is none is told apart by it
 */
export function wordsFor(error: unknown, expected?: keyof typeof expectedCodes): Words {
  if (expected && isRefusal(error, 'CODE_INVALID'))
    return { happened: `不是有效的${expected}`, next: expectedCodes[expected] };
  if (error instanceof CallError) {
    const speak = words[error.code as CallErrorCode] as ((details: object) => Words) | undefined;
    if (speak) return speak(error.details ?? {});
  }
  return words.INTERNAL({});
}
