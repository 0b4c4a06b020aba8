import type { DueLine, PublishedClosing } from '../../types/closing';
import { CATEGORIES } from '../../types/entities';
import type { Points } from '../../types/points';
import { categoryNames } from '../names';

/** One figure of a closing, and what it is made of. */
export interface ClosingFigure {
  name: string;
  points: Points;
  /** A movement of the day, printed with its sign; else what stood at its beginning or end. */
  isMovement: boolean;
  parts: { name: string; points: Points }[];
}

/** What a closing says that everybody may read. */
export type ClosingContent = Pick<
  PublishedClosing,
  | 'opening'
  | 'issued'
  | 'redeemed'
  | 'corrected'
  | 'donated'
  | 'expired'
  | 'imported'
  | 'outstanding'
  | 'held'
>;

/** A closing as it adds up: 承前, what came in and went out, 结余, and what is set aside of it. */
export function closingFigures(closing: ClosingContent): ClosingFigure[] {
  const others = [
    { name: '更正', points: closing.corrected },
    { name: '捐赠', points: closing.donated },
    { name: '到期', points: closing.expired },
    { name: '转入', points: closing.imported },
  ];
  return [
    standing('承前', closing.opening),
    movement(
      '发放',
      CATEGORIES.map((category) => ({ name: categoryNames[category], points: closing.issued[category] })),
    ),
    movement(
      '兑换',
      closing.redeemed.map(({ name, lots, points }) => ({ name: `${name} ${lots} 份`, points })),
    ),
    movement('其他进出', others),
    standing('结余', closing.outstanding),
    standing('其中冻结', closing.held),
  ];
}

/** What was decided on the day but came onto no passbook by its end. */
export function inTransitFigure(lines: readonly DueLine[]): ClosingFigure {
  // What confirmed hours earn is known once their line is there.
  const points = sumOf(lines.map((line) => ({ points: line.points ?? 0 })));
  return {
    name: '在途',
    points,
    isMovement: true,
    parts: lines.length > 0 ? [{ name: `${lines.length} 笔`, points }] : [],
  };
}

function standing(name: string, points: Points): ClosingFigure {
  return { name, points, isMovement: false, parts: [] };
}

function movement(name: string, parts: ClosingFigure['parts']): ClosingFigure {
  return {
    name,
    points: sumOf(parts),
    isMovement: true,
    parts: parts.filter(({ points }) => points !== 0),
  };
}

function sumOf(parts: readonly { points: Points }[]): Points {
  return parts.reduce((sum, { points }) => sum + points, 0);
}
