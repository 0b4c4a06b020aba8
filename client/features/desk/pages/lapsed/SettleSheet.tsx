import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { ErrorState } from '../../../../components/ErrorState';
import { Facts } from '../../../../components/Facts';
import { Stepper } from '../../../../components/Stepper';
import { minutesWords } from '../../../../earningWords';
import { wordsFor } from '../../../../words';
import { HOURS_STEP, type LapsedStore } from '../../lapsedStore';
import { timeWords } from '../../sessionTimes';

/** Asks how long somebody stayed who was not checked out; never longer than planned. */
export const SettleSheet = observer(function SettleSheet({ store }: { store: LapsedStore }) {
  const { confirming, sending } = store;
  if (!confirming) return null;
  const { row, minutes } = confirming;
  return (
    <ConfirmSheet
      isOpen
      title={minutes > 0 ? `给${row.name}记 ${minutesWords(minutes)}？` : `${row.name}这一次不记工时？`}
      confirmWords={minutes > 0 ? '确认工时' : '不记工时'}
      isBusy={sending.isBusy}
      onConfirm={() => void store.settle()}
      onCancel={() => store.leave()}
    >
      <Facts
        facts={[
          { name: '活动', value: `${row.title}　${timeWords(row.startsAt)}–${timeWords(row.endsAt)}` },
          { name: '签到', value: `${timeWords(row.inAt)}　${row.checkedInBy}扫码` },
          { name: '计划', value: minutesWords(row.planned) },
        ]}
      />
      <Stepper
        label="记多少分钟"
        unit="分钟"
        hint="问清本人几点走的；只能比计划少，不能多。"
        value={minutes}
        least={0}
        most={row.planned}
        step={HOURS_STEP}
        onChange={(to) => store.adjust(to)}
      />
      <View>按活动那天的积分标准记分，一天的上限照算。确认后一刻钟内可以在名单里撤销。</View>
      {sending.error !== null && <ErrorState words={wordsFor(sending.error)} />}
    </ConfirmSheet>
  );
});
