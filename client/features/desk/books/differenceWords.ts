import type { Difference } from '../../../../types/closing';
import { formatPoints, type Points } from '../../../../types/points';

const amount = (points: Points | null) => `${formatPoints(points ?? 0)}\u00a0分`;

const sentences: Record<Difference['what'], (difference: Difference) => string> = {
  unsourced: ({ document, found }) =>
    `存折 ${document} 上有一笔 ${amount(found)}，找不到它的签到、奖励或兑换记录。`,
  missing: ({ document, expected }) => `记录 ${document} 应当记 ${amount(expected)}，存折上没有这一笔。`,
  amount: ({ document, found, expected }) =>
    `存折 ${document} 上有一笔记了 ${amount(found)}，它的记录写的是 ${amount(expected)}。`,
  rate: ({ document, found, expected }) =>
    expected === null
      ? `记录 ${document} 记了 ${amount(found)}，找不到它写明的那一号积分标准。`
      : `记录 ${document} 记了 ${amount(found)}，按它写明的积分标准应当是 ${amount(expected)}。`,
  balance: ({ document, found, expected }) =>
    `存折 ${document} 的余额是 ${amount(found)}，逐笔加起来是 ${amount(expected)}。`,
  opening: ({ found, expected }) =>
    `全所结余是 ${amount(found)}，承前加上当天进出应当是 ${amount(expected)}。`,
};

const titles: Record<Difference['what'], string> = {
  unsourced: '有账无据',
  missing: '有据无账',
  amount: '金额不符',
  rate: '标准不符',
  balance: '余额不符',
  opening: '承前不符',
};

/** What does not fit, in words: in short, in full, and which line it is, if it is about one. */
export function differenceWords(difference: Difference): { title: string; detail: string; line: string } {
  const { what, lineId } = difference;
  return {
    title: titles[what],
    detail: sentences[what](difference),
    line: lineId ? `流水 ${lineId}` : '',
  };
}
