import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { MinutesRow, VoteRow } from '../../../../../types/routes';
import { classes } from '../../../../components/classes';
import { partyNames } from '../../../../names';
import { choiceNames, choiceSigns } from '../../councilWords';
import { Photos } from './Photos';
import styles from './MinutesText.module.scss';

interface MinutesTextProps {
  minutes: MinutesRow;
  /** Who sits where. */
  seats: readonly VoteRow[];
  /** Shows the photos large, for who compares them. */
  isToBeChecked?: boolean;
}

/** What was entered of a meeting: the votes on paper, the text, the photos. */
export const MinutesText = observer(function MinutesText({
  minutes,
  seats,
  isToBeChecked,
}: MinutesTextProps) {
  return (
    <>
      {minutes.votes.map(({ seatId, choice }) => {
        const seat = seats.find((row) => row.seatId === seatId);
        return (
          <View key={seatId} className={styles.vote}>
            <View>{seat ? `${seat.name}（${partyNames[seat.party]}）` : '已离任的委员'}</View>
            <View className={classes(styles.choice, styles[choice])}>
              {`${choiceSigns[choice]} ${choiceNames[choice]}`}
            </View>
          </View>
        );
      })}
      {minutes.text && <View className={styles.text}>{minutes.text}</View>}
      <Photos photoIds={minutes.photoIds} isLarge={isToBeChecked} />
    </>
  );
});
