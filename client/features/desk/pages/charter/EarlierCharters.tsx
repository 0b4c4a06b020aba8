import { shanghai } from '../../../../../types/day';
import type { CouncilRoom } from '../../../../../types/routes';
import { Card } from '../../../../components/Card';
import { ListRow } from '../../../../components/ListRow';
import { charterSummary, seatCounts } from '../../../../council/charterWords';

/** Every charter that the council has had, newest first. */
export function EarlierCharters({ charters }: { charters: CouncilRoom['charters'] }) {
  return (
    <Card title="章程的历史">
      {charters.map(({ version, at, terms }, index) => (
        <ListRow
          key={version}
          title={`第 ${version} 版　${shanghai(at).format('YYYY年M月D日')}起${index === 0 ? '（现行）' : ''}`}
          detail={`${seatCounts(terms.seats)}；${charterSummary(terms)}。`}
        />
      ))}
    </Card>
  );
}
