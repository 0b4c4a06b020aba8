import { View } from '@tarojs/components';
import type { PublishedClosing } from '../../../../../types/closing';
import { shanghai, startOfDay } from '../../../../../types/day';
import { closingFigures } from '../../../../books/closingFigures';
import { ClosingSheet } from '../../../../books/ClosingSheet';
import { Banner } from '../../../../components/Banner';
import { QuietButton } from '../../../../components/QuietButton';
import { Seal } from '../../../../components/Seal';
import { Stamp } from '../../../../components/Stamp';
import { sealWords } from '../../../../sealWords';
import { restOfHash, shortHash } from '../../../../shortHash';
import styles from './ClosingNotice.module.scss';

interface ClosingNoticeProps {
  closing: PublishedClosing;
  branchName: string;
  /** Lets a guest look at another branch. */
  onOther?: () => void;
}

/** A day's closing as it could hang on the board before the branch. */
export function ClosingNotice({ closing, branchName, onOther }: ClosingNoticeProps) {
  const day = shanghai(startOfDay(closing.day));
  return (
    <View className={styles.sheet}>
      <View className={styles.branch}>{branchName}</View>
      <View className={styles.title}>账目公告</View>
      <View className={styles.date}>{day.format('YYYY年M月D日')} 日终</View>
      {!closing.isBalanced && <Banner tone="refused">这一天的账有不符，正在查。您的存折照常使用。</Banner>}
      <View className={styles.figures}>
        <View className={styles.unit}>
          <View>全所 {closing.passbooks} 本存折</View>
          <View>单位：分</View>
        </View>
        <ClosingSheet look="column" figures={closingFigures(closing)} />
      </View>
      <View className={styles.code}>
        <View className={styles.codeName}>当日公布码</View>
        <View className={styles.digits}>{shortHash(closing.hash)}</View>
        <View className={styles.rest}>{restOfHash(closing.hash)}</View>
      </View>
      <View className={styles.why}>
        公布码由当天和以前的全部账目算出来。账改一个字，码就对不上：抄下它，谁也不能悄悄改过去的账。
      </View>
      <View className={styles.foot}>
        {closing.isBalanced ? <Stamp>账平</Stamp> : <View />}
        <Seal words={sealWords(branchName)} date={day.format('YYYY.MM.DD')} />
      </View>
      {onOther && (
        <QuietButton look="text" onPress={onOther}>
          看别的储蓄所
        </QuietButton>
      )}
    </View>
  );
}
