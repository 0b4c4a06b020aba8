import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { shanghai } from '../../../../../types/day';
import { formatPoints } from '../../../../../types/points';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { ErrorState } from '../../../../components/ErrorState';
import { Facts } from '../../../../components/Facts';
import { TextField } from '../../../../components/TextField';
import { wordsFor } from '../../../../words';
import type { PassbookLinesStore } from '../../passbookLinesStore';

/** Asks why before a correction is proposed, and says what the manager's yes would do. */
export const CorrectSheet = observer(function CorrectSheet({ store }: { store: PassbookLinesStore }) {
  const { about, sending } = store;
  if (!about) return null;
  const points = formatPoints(Math.abs(about.points));
  return (
    <ConfirmSheet
      isOpen
      title={`更正“${about.title}”这一笔？`}
      confirmWords="报给主任"
      isBusy={sending.isBusy}
      onConfirm={() => void store.propose()}
      onCancel={() => store.leave()}
    >
      <Facts
        facts={[
          { name: '时间', value: shanghai(about.occurredAt).format('M月D日 HH:mm') },
          { name: about.points < 0 ? '支出' : '存入', value: `${points} 分` },
        ]}
      />
      <View>
        {about.points < 0
          ? `主任批准后，${points} 分退回存折，东西按退回在库记。退回的东西坏了，另报报损。`
          : `主任批准后，收回 ${points} 分。没领的兑换单会先取消；已经花掉的收不回来。`}
        原来的一笔不改，另印一行冲正。
      </View>
      <TextField
        label="错在哪里"
        hint="会印在存折上，本人看得到。"
        placeholder="扫错了人"
        maxLength={100}
        isLong
        error={store.reasonError}
        value={store.reason}
        onChange={(reason) => store.writeReason(reason)}
      />
      {sending.error !== null && <ErrorState words={wordsFor(sending.error)} />}
    </ConfirmSheet>
  );
});
