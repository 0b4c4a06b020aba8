import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { ErrorState } from '../../../../components/ErrorState';
import { RateDifference } from '../../../../components/RateDifference';
import { Skeleton } from '../../../../components/Skeleton';
import { wordsFor } from '../../../../words';
import type { DraftStore } from '../../draftStore';
import { ImpactFigures } from '../../ImpactFigures';
import type { ImpactStore } from '../../impactStore';
import styles from './draft.module.scss';

interface ImpactSheetProps {
  store: DraftStore;
  impact: ImpactStore;
  isOpen: boolean;
  onCancel: () => void;
}

/** The last look before the council sees it: what changes, and what it would have done. */
export const ImpactSheet = observer(function ImpactSheet({
  store,
  impact,
  isOpen,
  onCancel,
}: ImpactSheetProps) {
  const { form, sending, revision } = store;
  return (
    <ConfirmSheet
      isOpen={isOpen}
      title={revision === null ? `提出“${store.title.trim()}”？` : `改成第 ${revision + 1} 稿？`}
      confirmWords={revision === null ? '提出' : '提交这一稿'}
      cancelWords="再改改"
      isBusy={sending.isBusy}
      onConfirm={() => void store.send()}
      onCancel={onCancel}
    >
      {sending.error !== null && <ErrorState words={wordsFor(sending.error)} />}
      <View>{`改了 ${form.changes.length} 处：`}</View>
      <RateDifference changes={form.changes} />
      <View>如果前 90 天就用它：</View>
      {impact.isLoading && <Skeleton shape="line" count={3} />}
      {impact.error !== null && (
        <View className={styles.note}>
          {`影响没有算出来：${wordsFor(impact.error).happened}。可以先提出，提案页里会再算。`}
        </View>
      )}
      {impact.impact && <ImpactFigures impact={impact.impact} />}
    </ConfirmSheet>
  );
});
