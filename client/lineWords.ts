import type { Line } from '../types/entities';

/** What kind of posting it is, where the summary does not say so itself. */
export function kindWords({ kind }: Pick<Line, 'kind'>): string | null {
  switch (kind) {
    case 'earn':
    case 'redeem':
      return null;
    case 'reverse':
      return '冲正';
    case 'correct':
      return '更正';
    case 'expire':
      return '到期';
    case 'donate':
      return '捐出';
    case 'import':
      return '转入';
  }
}
