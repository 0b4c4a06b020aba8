import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { formatPoints } from '../../../../../types/points';
import { Earlier } from '../../../../books/Earlier';
import { Card } from '../../../../components/Card';
import { EmptyState } from '../../../../components/EmptyState';
import { ErrorState } from '../../../../components/ErrorState';
import { ListRow } from '../../../../components/ListRow';
import { Skeleton } from '../../../../components/Skeleton';
import { datedWords } from '../../../../dayWords';
import { Frame } from '../../../../frame/Frame';
import { scrollToTop } from '../../../../frame/scrollToTop';
import { ChooseBranch } from '../../../../holder/ChooseBranch';
import { useBranch } from '../../../../holder/useBranch';
import { useStore } from '../../../../root';
import { shortHash } from '../../../../shortHash';
import { wordsFor } from '../../../../words';
import { ClosingNotice } from './ClosingNotice';
import styles from './closings.module.scss';
import { NoticeStore } from './noticeStore';

/** 账目公告: what a branch publishes of its books each day, for everybody. Param: branchId, else the reader's own. */
export default observer(function ClosingsPage() {
  const store = useStore(NoticeStore);
  const named = useRouter().params.branchId;
  const {
    error: lost,
    choices,
    choose,
    askAgain,
    refresh,
  } = useBranch((branch) => store.load(named ?? branch));
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()));

  const { closings, shown } = store;
  const error = lost ?? store.loading.error;
  return (
    <Frame>
      {error !== null && <ErrorState words={wordsFor(error)} onRetry={() => void refresh()} />}
      {choices && <ChooseBranch branches={choices} onChoose={choose} />}
      {!choices && !closings && error === null && <Skeleton shape="line" count={8} />}
      {!choices && closings?.length === 0 && (
        <EmptyState icon="list" title="还没有账目公告" detail="每天夜里轧前一天的账，第二天贴在这里。" />
      )}
      {!choices && shown && (
        <ClosingNotice closing={shown} branchName={store.branchName} onOther={askAgain ?? undefined} />
      )}
      {!choices && closings && closings.length > 1 && (
        <Card title="别的日子">
          {closings
            .filter((closing) => closing !== shown)
            .map((closing) => (
              <ListRow
                key={closing._id}
                title={datedWords(closing.day)}
                detail={shortHash(closing.hash)}
                trailing={
                  <View className={styles.outstanding}>结余 {formatPoints(closing.outstanding)}&nbsp;分</View>
                }
                onPress={() => {
                  store.choose(closing.day);
                  scrollToTop();
                }}
              />
            ))}
        </Card>
      )}
      {!choices && closings && (
        <Earlier isThere={store.more} progress={store.goingBack} onPress={() => void store.loadEarlier()} />
      )}
      <View className={styles.end} />
    </Frame>
  );
});
