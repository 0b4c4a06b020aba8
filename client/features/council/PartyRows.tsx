import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { PARTIES, type Party } from '../../../types/entities';
import { partyNames } from '../../names';
import styles from './PartyRows.module.scss';

interface PartyRowsProps<S extends { seatId: string; party: Party }> {
  seats: readonly S[];
  /** Beside the party's name: how many of its seats are filled, or how it voted. */
  note: (seats: readonly S[], party: Party) => string;
  seal: (seat: S) => ReactNode;
}

/** The three parties, each with its seats. */
export function PartyRows<S extends { seatId: string; party: Party }>({
  seats,
  note,
  seal,
}: PartyRowsProps<S>) {
  return (
    <View>
      {PARTIES.map((party) => {
        const own = seats.filter((seat) => seat.party === party);
        return (
          <View key={party} className={styles.party}>
            <View className={styles.name}>
              <View>{partyNames[party]}</View>
              <View className={styles.note}>{note(own, party)}</View>
            </View>
            <View className={styles.seats}>
              {own.map((seat) => (
                <View key={seat.seatId}>{seal(seat)}</View>
              ))}
            </View>
          </View>
        );
      })}
    </View>
  );
}
