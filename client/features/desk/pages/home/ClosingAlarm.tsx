import Taro, { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';
import { Banner } from '../../../../components/Banner';
import { datedWords } from '../../../../dayWords';
import { useStore } from '../../../../root';
import { ClosingsStore } from '../../closingsStore';

/** Nothing while the latest days' books are in order; else says so where the day's work begins. */
export const ClosingAlarm = observer(function ClosingAlarm({ branchId }: { branchId: string }) {
  const store = useStore(ClosingsStore);
  useEffect(() => void store.load(branchId), [branchId]);
  useDidShow(() => void store.load(branchId));
  const [newest, ...others] = store.branchId === branchId ? store.alarming : [];
  if (!newest) return null;
  const days = others.length > 0 ? `等 ${others.length + 1} 天` : '';
  return (
    <Banner
      tone="refused"
      actionWords="看哪里不符"
      onAction={() =>
        void Taro.navigateTo({ url: `/features/desk/books/pages/closings/closings?branchId=${branchId}` })
      }
    >
      {`${datedWords(newest.day)}${days}的账不符。先不要改动任何数据。`}
    </Banner>
  );
});
