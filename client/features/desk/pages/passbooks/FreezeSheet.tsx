import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { ErrorState } from '../../../../components/ErrorState';
import { TextField } from '../../../../components/TextField';
import { wordsFor } from '../../../../words';
import type { PassbookSearchStore } from '../../passbookSearchStore';

/** Asks why before a passbook is frozen or unfrozen, and says what that does. */
export const FreezeSheet = observer(function FreezeSheet({ store }: { store: PassbookSearchStore }) {
  const { about, isFreezing, changing } = store;
  return (
    <ConfirmSheet
      isOpen={about !== null}
      title={about ? `${isFreezing ? '冻结' : '解冻'}${about.name}的存折？` : ''}
      confirmWords={isFreezing ? '冻结' : '解冻'}
      isBusy={changing.isBusy}
      onConfirm={() => void store.change()}
      onCancel={() => store.leave()}
    >
      <View>{about?.id}</View>
      <View>
        {isFreezing
          ? '冻结后不能再签到、兑换；已有的积分不变，随时可以解冻。'
          : '解冻后可以照常签到、兑换，积分和冻结前一样。'}
      </View>
      <TextField
        label="原因"
        hint="会留下记录，写明是谁、什么时候、为什么。"
        placeholder={isFreezing ? '本人挂失' : '本人已领回存折'}
        maxLength={100}
        isLong
        error={store.reasonError}
        value={store.reason}
        onChange={(reason) => store.writeReason(reason)}
      />
      {changing.error !== null && <ErrorState words={wordsFor(changing.error)} />}
    </ConfirmSheet>
  );
});
