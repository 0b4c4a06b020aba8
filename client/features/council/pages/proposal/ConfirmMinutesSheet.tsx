import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { ErrorState } from '../../../../components/ErrorState';
import { wordsFor } from '../../../../words';
import { momentWords } from '../../councilWords';
import { minutesToConfirm } from '../../nextStep';
import type { ProposalStore } from '../../proposalStore';
import { MinutesText } from './MinutesText';
import styles from './proposal.module.scss';

interface SheetProps {
  store: ProposalStore;
  isOpen: boolean;
  onClose: () => void;
}

/** A second pair of eyes on the votes that were entered from paper: all count, or none. */
export const ConfirmMinutesSheet = observer(function ConfirmMinutesSheet({
  store,
  isOpen,
  onClose,
}: SheetProps) {
  const { page, acting } = store;
  const minutes = page && minutesToConfirm(page);
  if (!page || !minutes) return null;
  const send = async () => {
    if (await store.confirm(minutes.id)) onClose();
  };
  return (
    <ConfirmSheet
      isOpen={isOpen}
      title="和纸上写的一样吗？"
      confirmWords="一样，计入这些票"
      cancelWords="不一样，先不确认"
      isBusy={acting.isBusy}
      onConfirm={() => void send()}
      onCancel={onClose}
    >
      {acting.error !== null && <ErrorState words={wordsFor(acting.error)} />}
      <View className={styles.note}>
        {`${minutes.enteredBy} ${momentWords(minutes.enteredAt)}录入，共 ${minutes.votes.length} 票。确认以后不能再改。`}
      </View>
      <MinutesText minutes={minutes} seats={page.votes} isToBeChecked />
    </ConfirmSheet>
  );
});
