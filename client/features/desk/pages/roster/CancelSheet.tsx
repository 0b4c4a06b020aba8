import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { ErrorState } from '../../../../components/ErrorState';
import { TextField } from '../../../../components/TextField';
import { wordsFor } from '../../../../words';
import { textError } from '../../../../fieldErrors';
import type { Progress } from '../../../../cloud/progress';

const MOST = 100;

interface CancelSheetProps {
  isOpen: boolean;
  signedUp: number;
  cancelling: Progress;
  onConfirm: (reason: string) => void;
  onCancel: () => void;
}

/** Asks why before a session is called off. */
export const CancelSheet = observer(function CancelSheet(props: CancelSheetProps) {
  const { isOpen, signedUp, cancelling, onConfirm, onCancel } = props;
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const error = textError(reason, '请写明原因，如“下雨，改期”。', MOST);
  const confirm = () => {
    setIsChecked(true);
    if (!error) onConfirm(reason);
  };
  return (
    <ConfirmSheet
      isOpen={isOpen}
      title="取消这一场活动？"
      confirmWords="取消本场"
      isBusy={cancelling.isBusy}
      onConfirm={confirm}
      onCancel={onCancel}
    >
      <View>
        {signedUp > 0 ? `已有 ${signedUp} 人报名，请另外通知他们。` : '还没有人报名。'}
        取消后不能再签到，也不能恢复；已经记的分不变。
      </View>
      <TextField
        label="原因"
        value={reason}
        onChange={setReason}
        maxLength={MOST}
        placeholder="如：下雨，改期"
        error={isChecked ? error : undefined}
      />
      {cancelling.error !== null && <ErrorState words={wordsFor(cancelling.error)} />}
    </ConfirmSheet>
  );
});
