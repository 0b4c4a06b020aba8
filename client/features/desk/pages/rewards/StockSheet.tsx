import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { ErrorState } from '../../../../components/ErrorState';
import { TextField } from '../../../../components/TextField';
import { wordsFor } from '../../../../words';
import type { RewardsStore } from '../../rewardsStore';

/** Asks how much came in, or was lost. */
export const StockSheet = observer(function StockSheet({ store }: { store: RewardsStore }) {
  const { about, kind, shownErrors: errors, entering } = store;
  const isReceived = kind === 'received';
  return (
    <ConfirmSheet
      isOpen={about !== null}
      title={about ? `${about.name} ${about.lot}　${isReceived ? '入库' : '报损'}` : ''}
      confirmWords={isReceived ? '入库' : '报损'}
      isBusy={entering.isBusy}
      onConfirm={() => void store.enter()}
      onCancel={() => store.leave()}
    >
      <View>{`现在在库 ${about?.stock.onHand ?? 0} 份，一份是 ${about?.lot ?? ''}。`}</View>
      <TextField
        label={isReceived ? '到了几份' : '损了几份'}
        keyboard="number"
        maxLength={6}
        error={errors.lots}
        value={store.lots}
        onChange={(lots) => store.writeLots(lots)}
      />
      <TextField
        label={isReceived ? '来历' : '原因'}
        placeholder={isReceived ? '超市送货' : '受潮损坏'}
        maxLength={100}
        error={errors.reason}
        value={store.reason}
        onChange={(reason) => store.writeReason(reason)}
      />
      {entering.error !== null && <ErrorState words={wordsFor(entering.error)} />}
    </ConfirmSheet>
  );
});
