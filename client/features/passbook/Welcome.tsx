import { View } from '@tarojs/components';
import { ClosedCover } from '../../components/ClosedCover';
import { PrimaryButton } from '../../components/PrimaryButton';
import { ThumbBar } from '../../components/ThumbBar';
import { goTo } from '../../goTo';
import styles from './Welcome.module.scss';

/** What somebody sees whom the bank has not met: the closed book, what it is, and one thing to do. */
export function Welcome() {
  return (
    <>
      <View className={styles.welcome}>
        <View className={styles.book}>
          <ClosedCover bankName="公益银行" />
        </View>
        <View className={styles.sentence}>
          <View>做好事，存积分，换实惠。</View>
          <View>每一笔都印在您自己的存折上。</View>
        </View>
      </View>
      <ThumbBar>
        <PrimaryButton onPress={() => goTo('open')}>开户建折</PrimaryButton>
      </ThumbBar>
    </>
  );
}
