import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { Day } from '../../../../../types/day';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { ErrorState } from '../../../../components/ErrorState';
import { PickerField } from '../../../../components/PickerField';
import { wordsFor } from '../../../../words';
import { dateWords } from '../../councilWords';
import type { ProposalStore } from '../../proposalStore';
import styles from './proposal.module.scss';

interface SheetProps {
  store: ProposalStore;
  isOpen: boolean;
  onClose: () => void;
}

/** Puts the wording to the vote: from then on it stands. */
export const OpenSheet = observer(function OpenSheet({ store, isOpen, onClose }: SheetProps) {
  const [chosen, setChosen] = useState<Day | null>(null);
  const { page, acting, closingDays } = store;
  if (!page) return null;
  const day = chosen ?? closingDays.usual;
  const send = async () => {
    if (await store.open(day)) onClose();
  };
  return (
    <ConfirmSheet
      isOpen={isOpen}
      title={`把第 ${page.revision} 稿提交表决？`}
      confirmWords="提交表决"
      cancelWords="再讨论讨论"
      isBusy={acting.isBusy}
      onConfirm={() => void send()}
      onCancel={onClose}
    >
      {acting.error !== null && <ErrorState words={wordsFor(acting.error)} />}
      <View className={styles.outcome}>提交以后这一稿不能再改，委员就可以投票了。一次只表决一个提案。</View>
      <PickerField
        label="哪天截止"
        kind="date"
        value={day}
        from={closingDays.first}
        until={closingDays.last}
        onChange={setChosen}
        hint={`${dateWords(day)}晚上 8 点截止。章程定的开会日是每月 ${page.charter.meetingDay} 日。`}
      />
    </ConfirmSheet>
  );
});
