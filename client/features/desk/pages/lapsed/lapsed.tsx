import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { formatPoints } from '../../../../../types/points';
import { Banner } from '../../../../components/Banner';
import { EmptyState } from '../../../../components/EmptyState';
import { minutesWords } from '../../../../earningWords';
import { useStore } from '../../../../root';
import { LapsedStore } from '../../lapsedStore';
import { NoBranch } from '../../NoBranch';
import { OfficePage } from '../../OfficePage';
import { useOffice } from '../../useOffice';
import { LapsedList } from './LapsedList';
import { SettleSheet } from './SettleSheet';

/** 待确认工时: who forgot to check out, and how long they are said to have stayed. */
export default observer(function LapsedPage() {
  const store = useStore(LapsedStore);
  const { workplace, branchId, isKnown, reload } = useOffice((branch) => store.load(branch));
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));

  const { rows, settled } = store;
  return (
    <OfficePage
      look="records"
      isLoading={branchId ? !rows : !isKnown}
      error={workplace.loading.error ?? store.loading.error}
      onRetry={() => void reload()}
    >
      {!branchId && <NoBranch isStreet={workplace.isStreet} />}
      {settled && (
        <Banner tone={settled.points > 0 ? 'good' : 'info'}>
          {settled.minutes > 0
            ? `已确认。${settled.name}记 ${minutesWords(settled.minutes)}，${formatPoints(settled.points)} 分。`
            : `已办结。${settled.name}这一次没有记工时。`}
        </Banner>
      )}
      {rows?.length === 0 && (
        <EmptyState
          icon="clock"
          title="没有要确认的工时"
          detail="按小时记分的活动，结束两小时还没签退的人会列在这里。"
        />
      )}
      {rows && rows.length > 0 && (
        <LapsedList rows={rows} onSettle={(row, credits) => store.ask(row, credits)} />
      )}
      <SettleSheet store={store} />
    </OfficePage>
  );
});
