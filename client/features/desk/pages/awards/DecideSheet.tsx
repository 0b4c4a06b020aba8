import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { formatPoints } from '../../../../../types/points';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { ErrorState } from '../../../../components/ErrorState';
import { Facts } from '../../../../components/Facts';
import { wordsFor } from '../../../../words';
import type { AwardsStore } from '../../awardsStore';
import styles from './DecideSheet.module.scss';

/** Asks the manager once more, with everything that the decision is about. */
export const DecideSheet = observer(function DecideSheet({ store }: { store: AwardsStore }) {
  const { deciding, sending } = store;
  const award = deciding?.award;
  const points = formatPoints(award?.points ?? 0);
  return (
    <ConfirmSheet
      isOpen={deciding !== null}
      title={
        deciding?.approved
          ? `批准给${award?.name ?? ''}记 ${points} 分？`
          : `不批准${award?.name ?? ''}的奖励？`
      }
      confirmWords={deciding?.approved ? '批准' : '不批准'}
      isBusy={sending.isBusy}
      onConfirm={() => void store.decide()}
      onCancel={() => store.leave()}
    >
      {award && (
        <>
          <Facts
            facts={[
              { name: '存折', value: award.passbookId },
              { name: '奖励', value: `${award.levelTitle}　${points} 分` },
              { name: '事由', value: award.reason },
            ]}
          />
          <View className={styles.people}>
            {award.proposedBy}申报，您{deciding.approved ? '批准' : '决定'}，{award.name}
            得分：必须是三个不同的人。决定后不能改。
          </View>
          {sending.error !== null && <ErrorState words={wordsFor(sending.error)} />}
        </>
      )}
    </ConfirmSheet>
  );
});
