import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { SeatRow } from '../../types/routes';
import { ConfirmSheet } from '../components/ConfirmSheet';
import { ErrorState } from '../components/ErrorState';
import { seatWords } from '../names';
import { wordsFor } from '../words';
import type { SeatsStore } from './seatsStore';
import styles from './VacateSheet.module.scss';

interface VacateSheetProps {
  store: SeatsStore;
  branchId: string;
  /** The seat to be left or emptied; null closes the sheet. */
  seat: SeatRow | null;
  onClose: () => void;
  /** What the person may do may have changed. */
  onVacated?: () => void;
}

/** Asks before a seat is left by who sits there, or emptied by the street office. */
export const VacateSheet = observer(function VacateSheet(props: VacateSheetProps) {
  const { store, branchId, seat, onClose, onVacated } = props;
  const close = () => {
    store.sending.forget();
    onClose();
  };
  const vacate = async () => {
    if (!seat || !(await store.vacate(branchId, seat))) return;
    onClose();
    onVacated?.();
  };
  return (
    <ConfirmSheet
      isOpen={seat !== null}
      title={seat?.isMine ? '退出您的席位？' : `请${seat?.name ?? ''}离席？`}
      confirmWords={seat?.isMine ? '退出席位' : '空出席位'}
      isBusy={store.sending.isBusy}
      onConfirm={() => void vacate()}
      onCancel={close}
    >
      {seat && (
        <View className={styles.words}>
          <View>{seatWords(seat.seatId)}</View>
          <View>已经投的票仍然算数。空出的席位由街道办另请人来坐。</View>
        </View>
      )}
      {store.sending.error !== null && <ErrorState words={wordsFor(store.sending.error)} />}
    </ConfirmSheet>
  );
});
