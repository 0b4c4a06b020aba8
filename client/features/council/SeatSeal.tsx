import { View } from '@tarojs/components';
import type { Choice, Party } from '../../../types/entities';
import { classes } from '../../components/classes';
import { choiceNames, choiceSigns, partySeals } from './councilWords';
import styles from './SeatSeal.module.scss';

interface SeatSealProps {
  party: Party;
  /** Who sits there; null for an empty seat. */
  name: string | null;
  isMine: boolean;
  /** What the seat voted, null while it has not; leave it out where nothing is voted on. */
  choice?: Choice | null;
  onPaper?: boolean;
}

/** A seat of the council as a small seal: cut when it is filled, or when it has voted. */
export function SeatSeal({ party, name, isMine, choice, onPaper = false }: SeatSealProps) {
  const isStamped = choice === undefined ? name !== null : choice !== null;
  return (
    <View className={styles.seat}>
      <View className={classes(styles.seal, isStamped && styles.stamped, isMine && styles.mine)}>
        {partySeals[party]}
      </View>
      <View className={classes(styles.name, !name && styles.empty)}>{name ?? '空席'}</View>
      {isMine && <View className={styles.paper}>我的席位</View>}
      {choice !== undefined && (
        <View className={classes(styles.word, choice && styles[choice])}>
          {choice ? `${choiceSigns[choice]} ${choiceNames[choice]}` : '未投'}
        </View>
      )}
      {onPaper && <View className={styles.paper}>纸质票</View>}
    </View>
  );
}
