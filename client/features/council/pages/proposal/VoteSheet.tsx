import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import type { Choice as Vote } from '../../../../../types/entities';
import { Choice } from '../../../../components/Choice';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { ErrorState } from '../../../../components/ErrorState';
import { NewsStore } from '../../../../council/newsStore';
import { seatWords } from '../../../../names';
import { useStore } from '../../../../root';
import { wordsFor } from '../../../../words';
import { choiceNames } from '../../councilWords';
import type { ProposalStore } from '../../proposalStore';
import styles from './proposal.module.scss';

interface SheetProps {
  store: ProposalStore;
  isOpen: boolean;
  onClose: () => void;
}

/** One seat, one vote: chosen first, then confirmed, as it cannot be changed. */
export const VoteSheet = observer(function VoteSheet({ store, isOpen, onClose }: SheetProps) {
  const [choice, setChoice] = useState<Vote | null>(null);
  const news = useStore(NewsStore);
  const { page, seatToVote, acting } = store;
  const branchId = page?.branchId;
  useEffect(() => {
    if (isOpen && branchId) void news.prepare(branchId);
  }, [isOpen, branchId]);
  if (!page || !seatToVote) return null;
  const send = async () => {
    await news.ask(['council', 'rateCard']);
    if (choice && (await store.vote(choice))) {
      setChoice(null);
      onClose();
    }
  };
  return (
    <ConfirmSheet
      isOpen={isOpen}
      title={`“${page.title}”，您的意见？`}
      confirmWords={choice ? `投${choiceNames[choice]}票` : '请先选一项'}
      cancelWords="再想想"
      isDisabled={choice === null}
      isBusy={acting.isBusy}
      onConfirm={() => void send()}
      onCancel={onClose}
    >
      {acting.error !== null && <ErrorState words={wordsFor(acting.error)} />}
      <Choice
        label="您的意见"
        layout="column"
        options={[
          { value: 'agree', label: '同意', detail: '按这一稿执行' },
          { value: 'against', label: '反对', detail: '不按这一稿执行' },
          { value: 'abstain', label: '弃权', detail: '到了，但不表态；也算投了一票' },
        ]}
        value={choice}
        onChange={setChoice}
      />
      <View className={styles.outcome}>
        {`您投的是${seatWords(seatToVote.seatId)}。一席一票，投了不能改；谁投了什么，大家都看得到。`}
      </View>
    </ConfirmSheet>
  );
});
