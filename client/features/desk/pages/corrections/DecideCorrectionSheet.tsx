import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { shanghai } from '../../../../../types/day';
import { formatPoints } from '../../../../../types/points';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { ErrorState } from '../../../../components/ErrorState';
import { Facts } from '../../../../components/Facts';
import { wordsFor } from '../../../../words';
import type { CorrectionsStore } from '../../correctionsStore';
import styles from './DecideCorrectionSheet.module.scss';

interface DecideCorrectionSheetProps {
  store: CorrectionsStore;
  onDecide: () => void;
}

/** Asks the manager once more, with everything that the decision is about. */
export const DecideCorrectionSheet = observer(function DecideCorrectionSheet({
  store,
  onDecide,
}: DecideCorrectionSheetProps) {
  const { deciding, sending } = store;
  if (!deciding) return null;
  const { correction, approved } = deciding;
  const { name, passbookId, title, points, occurredAt, reason, proposedBy } = correction;
  const amount = formatPoints(Math.abs(points));
  const deed = points < 0 ? `退回${name} ${amount} 分` : `收回${name} ${amount} 分`;
  return (
    <ConfirmSheet
      isOpen
      title={approved ? `批准更正，${deed}？` : `不批准${name}这一笔的更正？`}
      confirmWords={approved ? '批准' : '不批准'}
      isBusy={sending.isBusy}
      onConfirm={onDecide}
      onCancel={() => store.leave()}
    >
      <Facts
        facts={[
          { name: '存折', value: passbookId },
          {
            name: '哪一笔',
            value: `${shanghai(occurredAt).format('M月D日 HH:mm')}　${title}　${formatPoints(points, true)}\u00a0分`,
          },
          { name: '错在哪里', value: reason },
        ]}
      />
      <View className={styles.people}>
        {proposedBy}提出，您{approved ? '批准' : '决定'}，{name}持折：必须是三个不同的人。决定后不能改。
      </View>
      {sending.error !== null && <ErrorState words={wordsFor(sending.error)} />}
    </ConfirmSheet>
  );
});
