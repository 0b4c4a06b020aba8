import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { shanghai } from '../../types/day';
import type { SeatRow } from '../../types/routes';
import { Card } from '../components/Card';
import { ListRow } from '../components/ListRow';
import { Pill } from '../components/Pill';
import { seatWords } from '../names';
import type { SeatsStore } from './seatsStore';
import { VacateSheet } from './VacateSheet';

interface SeatsCardProps {
  store: SeatsStore;
  /** Whether the person may empty any seat: the street office. Everybody may leave their own. */
  mayEmpty?: boolean;
  /** Asks somebody onto an empty seat; without it empty seats cannot be pressed. */
  onInvite?: (seat: SeatRow) => void;
  /** After a seat was left or emptied: what the person may do may have changed. */
  onVacated?: () => void;
}

/** A council's seats by name and term. Pressing one asks whether to empty it, or invites somebody onto it. */
export const SeatsCard = observer(function SeatsCard(props: SeatsCardProps) {
  const { store, mayEmpty = false, onInvite, onVacated } = props;
  const [leaving, setLeaving] = useState<SeatRow | null>(null);
  const press = (seat: SeatRow) => {
    if (seat.name === null) return onInvite && (() => onInvite(seat));
    return mayEmpty || seat.isMine ? () => setLeaving(seat) : undefined;
  };
  return (
    <Card title="议事会席位" aside={<View>{`${store.seats.length} 席，已有 ${store.taken} 人`}</View>}>
      {store.seats.map((seat) => (
        <ListRow
          key={seat.seatId}
          icon="person"
          title={seat.name ?? '空席'}
          detail={`${seatWords(seat.seatId)}${termWords(seat)}`}
          trailing={trailing(seat, onInvite !== undefined)}
          onPress={press(seat)}
        />
      ))}
      <VacateSheet
        store={store}
        branchId={store.branchId ?? ''}
        seat={leaving}
        onClose={() => setLeaving(null)}
        onVacated={onVacated}
      />
    </Card>
  );
});

function termWords({ until }: SeatRow): string {
  return until === null ? '' : ` · 任期到 ${shanghai(until).format('YYYY.MM.DD')}`;
}

function trailing({ name, isMine }: SeatRow, isInviting: boolean) {
  if (isMine) return <Pill tone="good">我的席位</Pill>;
  return name === null && isInviting ? '邀请' : undefined;
}
