import type { SessionCard } from '../../../types/routes';
import { perDeed } from '../../earningWords';

/** `每次 1 分`; a deed that the card in force has no rule for says so. */
export function earns({ basis, points }: Pick<SessionCard, 'basis' | 'points'>): string {
  return points === null ? '积分标准没有写' : perDeed(basis, points);
}

/** `还有 12 个名额`, `名额已满` */
export function placesLeft({ capacity, taken }: Pick<SessionCard, 'capacity' | 'taken'>): string {
  return taken >= capacity ? '名额已满' : `还有 ${capacity - taken} 个名额`;
}
