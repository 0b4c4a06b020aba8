import { View } from '@tarojs/components';
import { shanghai } from '../../../../../types/day';
import { formatPoints } from '../../../../../types/points';
import type { OrderCard } from '../../../../../types/routes';
import { colours } from '../../../../components/colours';
import { Icon, type IconName } from '../../../../components/Icon';
import { Seal } from '../../../../components/Seal';
import { spoken } from '../../../../components/spoken';
import { sealWords } from '../../../../sealWords';
import { moment, orderTitle, stateWord } from '../../orderWords';
import styles from './EndedOrder.module.scss';

interface EndedOrderProps {
  order: OrderCard;
  /** Its time has run out, and the bank is about to give the points back. */
  isLate: boolean;
  /** Handed over while the holder was looking. */
  isFresh: boolean;
}

/** What became of an order, in a word, with when; what was handed over is sealed. */
export function EndedOrder({ order, isLate, isFresh }: EndedOrderProps) {
  const isHandedOver = order.state === 'confirmed';
  const at = order.endedAt ?? order.expiresAt;
  return (
    <View className={styles.slip} {...spoken('status')}>
      <View className={styles.title}>{orderTitle(order)}</View>
      {isHandedOver ? (
        <View className={styles.seal}>
          <Seal
            words={['已领取', ...sealWords(order.providerName)]}
            date={shanghai(at).format('YYYY.MM.DD')}
            isFresh={isFresh}
          />
        </View>
      ) : (
        <View className={styles.mark}>
          <Icon name={iconOf(order, isLate)} colour={colours.inkSoft} stroke={1.8} />
        </View>
      )}
      <View className={styles.state}>{isLate ? '已过期' : stateWord(order.state)}</View>
      <View className={styles.words}>{wordsOf(order, isLate, at)}</View>
    </View>
  );
}

function iconOf({ state }: OrderCard, isLate: boolean): IconName {
  return isLate || state === 'expired' || state === 'placing' ? 'clock' : 'cross';
}

function wordsOf({ state, points }: OrderCard, isLate: boolean, at: number): string {
  const amount = `${formatPoints(points)} 分`;
  if (isLate) return `${moment(at)} 到期，${amount}正在退回。`;
  switch (state) {
    case 'confirmed':
      return `${moment(at)} 领走，存折支出 ${amount}。`;
    case 'cancelled':
      return `${moment(at)} 取消，${amount}已退回。需要的话可以再兑。`;
    case 'expired':
      return `${moment(at)} 到期没有领，${amount}已退回。需要的话可以再兑。`;
    case 'undone':
      return `领取已撤销，东西退回了，${amount}也退回存折。这张兑换码不能再用。`;
    case 'refused':
      return '积分没有动。请返回再试，或看看别的。';
    case 'undoing':
    case 'placing':
    case 'reserved':
      return '银行正在办理，请稍后再看。';
  }
}
