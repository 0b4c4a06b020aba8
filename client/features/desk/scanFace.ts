import { parseCode } from '../../../types/code';
import { type Instant, shanghai } from '../../../types/day';
import type { PassbookKind } from '../../../types/entities';
import { formatPoints } from '../../../types/points';
import type { ScanResult } from '../../../types/routes';
import { isRefusal } from '../../cloud/CallError';
import type { ResultFace } from '../../components/ResultScreen';
import { minutesWords } from '../../earningWords';
import { categoryNames, kindNames } from '../../names';
import { wordsFor } from '../../words';
import { timeWords } from './sessionTimes';

/** The passbook's number, and its kind where it is no volunteer's. */
export function numberWords(passbookId: string, kind: PassbookKind): string {
  return kind === 'volunteer' ? passbookId : `${passbookId}　${kindNames[kind]}`;
}

/** Green: what the bank recorded. */
export function recordedFace(result: ScanResult): ResultFace {
  const { name, passbookId, kind, title, category, outcome, points, minutes, version } = result;
  const person = { who: name, number: numberWords(passbookId, kind) };
  const subject = `${title} · ${categoryNames[category]}`;
  if (outcome === 'in')
    return {
      ...person,
      tone: 'credited',
      title: '已签到，开始计时',
      subject,
      detail: '离开时再扫一次，签退后记分。',
    };
  const by = version === null ? '' : `按积分标准第 ${version} 号`;
  return {
    ...person,
    tone: 'credited',
    title: minutes === null ? '签到成功' : '签退成功',
    subject,
    figure: `${points === 0 ? '0' : formatPoints(points, true)} 分`,
    detail: [
      minutes !== null && minutesWords(minutes),
      points === 0 ? '时长不够记分，或今天这一类已经到顶' : by,
    ]
      .filter(Boolean)
      .join(' · '),
  };
}

/** Amber for what was done before, red for everything else that the bank refused, with the reason in large words. */
export function refusedFace(error: unknown, code: string): ResultFace {
  const words = wordsFor(error, '签到码');
  if (isRefusal(error, 'CODE_INVALID')) {
    const isVoucher = /^GY2/i.test(code);
    const subject = isVoucher ? '扫到的是兑换码。请对方打开“签到码”再扫。' : words.next;
    return { tone: 'refused', title: words.happened, subject };
  }
  const number = parseCode(code)?.passbookId;
  if (isRefusal(error, 'ALREADY_CHECKED_IN'))
    return {
      ...beforeFace('已经签到过了', '签到时间', error.details.at),
      who: error.details.name,
      number,
    };
  if (isRefusal(error, 'ALREADY_CHECKED_OUT'))
    return { ...beforeFace('已经签退过了', '签退时间', error.details.at), number };
  return { tone: 'refused', title: words.happened, number, subject: words.next };
}

function beforeFace(title: string, subject: string, at: Instant): ResultFace {
  return {
    tone: 'noted',
    title,
    subject: `${subject}　${shanghai(at).format('M月D日')}`,
    figure: timeWords(at),
    detail: '不用再扫，没有重复记分。',
  };
}

/** Amber: no answer came. `isSent` when something was to be recorded, so that it may have been. */
export function unsureFace(error: unknown, code: string, isSent: boolean): ResultFace {
  const words = wordsFor(error);
  return {
    tone: 'noted',
    title: '还没记上',
    number: parseCode(code)?.passbookId,
    subject: words.happened,
    detail: isSent
      ? '不能确定记上了没有。请按“再试一次”，不会重复记分。'
      : '这一位还没有签到。请按“再试一次”。',
  };
}

/** What was recorded is taken back. */
export function undoneFace(result: ScanResult): ResultFace {
  return {
    tone: 'noted',
    title: '已撤销',
    who: result.name,
    number: numberWords(result.passbookId, result.kind),
    subject: result.title,
    detail:
      result.points > 0
        ? `${formatPoints(result.points)} 分已收回，存折上会印一行冲正。`
        : '这次签到不算了，没有记分。',
  };
}
