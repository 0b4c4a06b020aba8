import { View } from '@tarojs/components';
import { spoken } from './spoken';
import styles from './ClosedCover.module.scss';

interface ClosedCoverProps {
  bankName: string;
  /** Lettered at the foot, once it is known whose passbook it is. */
  foot?: string;
}

/** The passbook as it lies on the table, closed: vermilion cloth, the medallion, the bank's name in gold. */
export function ClosedCover({ bankName, foot }: ClosedCoverProps) {
  return (
    <View className={styles.cover} {...spoken('img', `${bankName}的存折，合着`)}>
      <View className={styles.medallion}>
        <View className={styles.character}>益</View>
      </View>
      <View className={styles.bank}>{bankName}</View>
      <View className={styles.word}>存　折</View>
      <View className={styles.foot}>{foot ?? ''}</View>
    </View>
  );
}
