import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { ErrorState } from '../../../../components/ErrorState';
import { seatCounts } from '../../../../council/charterWords';
import { wordsFor } from '../../../../words';
import type { CharterStore } from '../../charterStore';
import styles from './charter.module.scss';

interface CharterSheetProps {
  store: CharterStore;
  isOpen: boolean;
  onClose: () => void;
}

/** Asks before a charter is given: what it changes for good. */
export const CharterSheet = observer(function CharterSheet({ store, isOpen, onClose }: CharterSheetProps) {
  const { isFirst, draft, room, unseated, sending } = store;
  const close = () => {
    sending.forget();
    onClose();
  };
  const give = async () => {
    if (!(await store.give())) return;
    onClose();
    // What comes next stands at the top.
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  };
  return (
    <ConfirmSheet
      isOpen={isOpen}
      title={isFirst ? `给${room?.branchName ?? ''}设立议事会？` : '换成新章程？'}
      confirmWords={isFirst ? '就这样设立' : '就换成这样'}
      isBusy={sending.isBusy}
      onConfirm={() => void give()}
      onCancel={close}
    >
      <View className={styles.words}>
        <View>{`${seatCounts(draft.seats)}。`}</View>
        {isFirst ? (
          <View className={styles.strong}>从此积分标准只由议事会表决来改，主任不能再直接发布。</View>
        ) : (
          <View>新章程马上生效。正在表决的提案，还按原来的章程计票。</View>
        )}
        {unseated.length > 0 && (
          <View className={styles.strong}>{`席位减少，${unseated.join('、')}将不再有席位。`}</View>
        )}
      </View>
      {sending.error !== null && <ErrorState words={wordsFor(sending.error)} />}
    </ConfirmSheet>
  );
});
