import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { formatPoints, type Points } from '../../../types/points';
import { ConfirmSheet } from '../../components/ConfirmSheet';
import { ErrorState } from '../../components/ErrorState';
import { wordsFor } from '../../words';
import type { Progress } from '../../cloud/progress';

interface UndoSheetProps {
  /** What would be taken back; null while nobody asks. */
  attendance: { name: string; points: Points } | null;
  undoing: Progress;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before a scan is taken back, and says why it could not be. */
export const UndoSheet = observer(function UndoSheet(props: UndoSheetProps) {
  const { attendance, undoing, onConfirm, onCancel } = props;
  const points = attendance?.points ?? 0;
  return (
    <ConfirmSheet
      isOpen={attendance !== null}
      title={`撤销${attendance?.name ?? ''}的签到？`}
      confirmWords="撤销签到"
      isBusy={undoing.isBusy}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <View>
        {points > 0
          ? `这一次签到不算了，${formatPoints(points)} 分会收回，存折上印一行冲正。`
          : '这一次签到不算了，计时也取消。'}
      </View>
      <View>来的人可以重新扫码签到。</View>
      {undoing.error !== null && <ErrorState words={wordsFor(undoing.error)} />}
    </ConfirmSheet>
  );
});
