import { formatPoints } from '../../../types/points';
import type { HandOver } from '../../../types/routes';
import { isRefusal } from '../../cloud/CallError';
import type { ResultFace } from '../../components/ResultScreen';
import { wordsFor } from '../../words';

/** 口罩 4 包 ×1 */
export function goodsWords({ rewardName, lot, lots }: HandOver): string {
  return `${rewardName} ${lot} ×${lots}`;
}

/** Green: the bank has it. */
export function doneFace(what: HandOver): ResultFace {
  return {
    tone: 'credited',
    title: '核销完成',
    who: what.name,
    number: what.passbookId,
    subject: '已交付',
    figure: goodsWords(what),
    detail: `${formatPoints(what.points)} 分`,
  };
}

/** Red, with the reason in large words: hand nothing over. */
export function refusedFace(error: unknown, voucher: string): ResultFace {
  const { happened, next } = wordsFor(error, '兑换码');
  const isCheckIn = isRefusal(error, 'CODE_INVALID') && /^GY1\./i.test(voucher);
  return {
    tone: 'refused',
    title: happened,
    subject: isCheckIn ? '扫到的是签到码。请对方打开兑换单再扫。' : next,
  };
}

/** Amber: no answer came. Confirming may have happened all the same. */
export function unsureFace(error: unknown, wasConfirming: boolean): ResultFace {
  return {
    tone: 'noted',
    title: wasConfirming ? '还没核销上' : '没有查到',
    subject: wordsFor(error).happened,
    detail: wasConfirming
      ? '不能确定核销了没有。请按“再试一次”，不会重复扣分。'
      : '还不知道要给什么，请先不要发放。请按“再试一次”。',
  };
}
