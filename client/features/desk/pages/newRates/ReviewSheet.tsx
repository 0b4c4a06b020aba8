import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { shanghai, startOfDay } from '../../../../../types/day';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { ErrorState } from '../../../../components/ErrorState';
import { RateDifference } from '../../../../components/RateDifference';
import { wordsFor } from '../../../../words';
import type { RateDraftStore } from '../../rateDraftStore';
import styles from './newRates.module.scss';

interface ReviewSheetProps {
  store: RateDraftStore;
  isOpen: boolean;
  onCancel: () => void;
}

/** The last look before a card is published, which nobody can take back. */
export const ReviewSheet = observer(function ReviewSheet({ store, isOpen, onCancel }: ReviewSheetProps) {
  const day = shanghai(startOfDay(store.effectiveOn || '2000-01-01')).format('M月D日');
  const when = store.before
    ? `${day}零点起执行，改了 ${store.form.changes.length} 处：`
    : `${day}零点起执行，都是新定的：`;
  return (
    <ConfirmSheet
      isOpen={isOpen}
      title={`公布第 ${store.version} 号积分标准？`}
      confirmWords="公布"
      cancelWords="再改改"
      isBusy={store.sending.isBusy}
      onConfirm={() => void store.publish()}
      onCancel={onCancel}
    >
      {store.sending.error !== null && <ErrorState words={wordsFor(store.sending.error)} />}
      <View className={styles.warning}>公布以后谁也不能改，只能再发一号新的。请和商定的结果核对一遍。</View>
      <View>{when}</View>
      <RateDifference changes={store.form.changes} isFirst={store.before === null} />
    </ConfirmSheet>
  );
});
