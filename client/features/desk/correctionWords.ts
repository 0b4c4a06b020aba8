import { formatPoints } from '../../../types/points';
import type { CorrectionRow } from '../../../types/routes';

/** In a word why nothing came of a correction: 花掉了，差 15 分. */
export function refusalWords(refusal: CorrectionRow['refusal']): string {
  switch (refusal?.code) {
    case 'POINTS_SPENT': {
      const { missing = 0 } = refusal.details as { missing?: number };
      return `花掉了，差 ${formatPoints(missing)} 分`;
    }
    case 'LINE_REVERSED':
      return '早已冲正';
    case 'PASSBOOK_CLOSED':
      return '存折已销户';
    default:
      return '没有办成';
  }
}
