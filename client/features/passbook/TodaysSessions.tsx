import { View } from '@tarojs/components';
import { shanghai } from '../../../types/day';
import type { UpcomingSession } from '../../../types/routes';
import { Pill } from '../../components/Pill';
import { spoken } from '../../components/spoken';
import { goTo } from '../../goTo';
import { categoryNames } from '../../names';
import styles from './TodaysSessions.module.scss';

/** What the open passbook is signed up for today, quietly; nothing when there is nothing. */
export function TodaysSessions({ sessions }: { sessions: UpcomingSession[] }) {
  return sessions.map(({ sessionId, title, place, category, startsAt }) => (
    <View
      key={sessionId}
      className={styles.session}
      hoverClass={styles.pressed}
      onClick={() => goTo('session', { id: sessionId })}
      {...spoken('button')}
    >
      <View className={styles.words}>
        <View className={styles.what}>
          今天 {shanghai(startsAt).format('HH:mm')}　{title}
        </View>
        <View className={styles.where}>
          {place} · {categoryNames[category]}
        </View>
      </View>
      <Pill tone="good">已报名</Pill>
    </View>
  ));
}
