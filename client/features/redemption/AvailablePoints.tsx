import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { formatPoints } from '../../../types/points';
import { QuietButton } from '../../components/QuietButton';
import { goTo } from '../../goTo';
import type { HomeStore } from '../../holder/homeStore';
import { kindNames } from '../../names';
import styles from './AvailablePoints.module.scss';

/** How much the open passbook can spend, over what it can be spent on. */
export const AvailablePoints = observer(function AvailablePoints({ home }: { home: HomeStore }) {
  const cover = home.current?.cover;
  if (!cover) {
    return home.home ? (
      <View className={styles.plate}>
        <View className={styles.without}>还没有存折</View>
        <QuietButton look="text" onPress={() => goTo('open')}>
          开户建折
        </QuietButton>
      </View>
    ) : null;
  }
  return (
    <View className={styles.plate}>
      <View className={styles.figures}>
        可用 <View className={styles.figure}>{formatPoints(cover.available)}</View> 分
      </View>
      <QuietButton look="text" onPress={() => goTo('orders')}>
        我的兑换单
      </QuietButton>
      <View className={styles.whose}>
        {cover.name}（{kindNames[cover.kind]}）的存折
        {cover.held > 0 ? `，另有 ${formatPoints(cover.held)} 分待核销` : ''}
      </View>
    </View>
  );
});
