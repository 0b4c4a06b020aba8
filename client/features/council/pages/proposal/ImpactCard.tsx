import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { Card } from '../../../../components/Card';
import { QuietButton } from '../../../../components/QuietButton';
import { Skeleton } from '../../../../components/Skeleton';
import { wordsFor } from '../../../../words';
import { ImpactFigures } from '../../ImpactFigures';
import type { ImpactStore } from '../../impactStore';
import styles from './proposal.module.scss';

/** 如果前 90 天就用它: it comes when it has been counted, and may also not come. */
export const ImpactCard = observer(function ImpactCard({
  store,
  onRetry,
}: {
  store: ImpactStore;
  onRetry: () => void;
}) {
  const { impact, isLoading, isForOthers, error } = store;
  if (isForOthers) return null;
  return (
    <Card title="如果前 90 天就用它">
      {isLoading && (
        <>
          <View className={styles.note}>正在按新标准重新算一遍…</View>
          <Skeleton shape="line" count={4} />
        </>
      )}
      {error !== null && (
        <>
          <View
            className={styles.note}
          >{`影响没有算出来：${wordsFor(error).happened}。不影响看提案和投票。`}</View>
          <QuietButton look="text" onPress={onRetry}>
            再算一次
          </QuietButton>
        </>
      )}
      {impact && <ImpactFigures impact={impact} />}
    </Card>
  );
});
