import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { formatPoints } from '../../../../../types/points';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { ErrorState } from '../../../../components/ErrorState';
import { wordsFor } from '../../../../words';
import { goodsWords } from '../../counterFace';
import type { CounterStore } from '../../counterStore';

/** Asks before a confirmation is taken back: the goods must be there again. */
export const UndoConfirmSheet = observer(function UndoConfirmSheet({ store }: { store: CounterStore }) {
  const { undoing, undo } = store;
  if (!undoing) return null;
  const { what } = undoing;
  return (
    <ConfirmSheet
      isOpen
      title={`撤销${what.name}的核销？`}
      confirmWords="撤销核销"
      isBusy={undo.isBusy}
      onConfirm={() => void store.confirmUndo()}
      onCancel={() => store.leaveUndo()}
    >
      <View>{goodsWords(what)}</View>
      <View>请先把东西收回来。撤销后 {formatPoints(what.points)} 分退回顾客的存折，东西按在库记。</View>
      <View>这张兑换码不能再用；还要的话，请顾客重新兑换。</View>
      {undo.error !== null && <ErrorState words={wordsFor(undo.error)} />}
    </ConfirmSheet>
  );
});
