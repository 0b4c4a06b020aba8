import { Text, View } from '@tarojs/components';
import { formatPoints, type Points } from '../../types/points';
import { classes } from './classes';
import { spoken } from './spoken';
import styles from './PassbookCover.module.scss';

interface PassbookCoverProps {
  bankName: string;
  branchName: string;
  /** The printed number, `0211-000155-3`. */
  number: string;
  holderName: string;
  /** 志愿者, 企业 or 公益组织. */
  kind: string;
  balance: Points;
  available: Points;
  held: Points;
  /** A word stamped on a passbook that does not work as usual: 已冻结. */
  state?: string;
  /** Leads to the orders that the held points are for. */
  onHeld?: () => void;
}

const LONG_FIGURE = 5;

/** The vermilion cover with gold lettering: whose passbook it is and how much is in it. */
export function PassbookCover(props: PassbookCoverProps) {
  const { bankName, branchName, number, holderName, kind, balance, available, held, state, onHeld } = props;
  const figure = formatPoints(balance);
  const summary = `${bankName}，${branchName}，${holderName}的存折，余额 ${figure} 分，可用 ${formatPoints(available)} 分，待核销 ${formatPoints(held)} 分`;
  const canOpenHeld = Boolean(onHeld) && held > 0;
  return (
    <View className={styles.cover}>
      <View className={styles.rosette} />
      <View className={styles.shine} />
      <View {...spoken('img', summary)}>
        <View className={styles.bank}>{bankName}</View>
        <View className={styles.branch}>
          <Text>{branchName}</Text>
          <Text className={styles.number}>No. {number}</Text>
        </View>
        <View className={styles.balance}>
          <Text className={classes(styles.figure, figure.length > LONG_FIGURE && styles.longFigure)}>
            {figure}
          </Text>
          <Text className={styles.unit}>分</Text>
          {state && <Text className={styles.state}>{state}</Text>}
        </View>
      </View>
      <View className={styles.foot}>
        <Text className={styles.part}>可用 {formatPoints(available)}</Text>
        {canOpenHeld ? (
          <View className={classes(styles.part, styles.held)} onClick={onHeld} {...spoken('button')}>
            待核销 {formatPoints(held)} ›
          </View>
        ) : (
          <Text className={classes(styles.part, held === 0 && styles.none)}>待核销 {formatPoints(held)}</Text>
        )}
        <Text className={styles.holder}>
          {holderName}　{kind}
        </Text>
      </View>
    </View>
  );
}
