import { View } from '@tarojs/components';
import { type Day, dayOf, shanghai } from '../../../types/day';
import type { UpcomingSession } from '../../../types/routes';
import { Pill } from '../../components/Pill';
import { spoken } from '../../components/spoken';
import { dayWords } from '../../dayWords';
import { goTo } from '../../goTo';
import { categoryNames } from '../../names';
import styles from './TodaysSessions.module.scss';

interface TodaysSessionsProps {
  sessions: UpcomingSession[];
  today: Day;
}

const visitNames: Record<UpcomingSession['visit'], string> = {
  expected: '已报名',
  checkedIn: '已签到',
  checkedOut: '已签退',
};

/** What the open passbook is signed up for today, and whether it has been there; nothing when there is nothing. */
export function TodaysSessions({ sessions, today }: TodaysSessionsProps) {
  return sessions.map(({ sessionId, title, place, category, startsAt, visit }) => (
    <View
      key={sessionId}
      className={styles.session}
      hoverClass={styles.pressed}
      onClick={() => goTo('session', { id: sessionId })}
      {...spoken('button')}
    >
      <View className={styles.words}>
        <View className={styles.what}>
          {dayWords(dayOf(startsAt), today)} {shanghai(startsAt).format('HH:mm')}　{title}
        </View>
        <View className={styles.where}>
          {place} · {categoryNames[category]}
        </View>
      </View>
      <Pill tone="good">{visitNames[visit]}</Pill>
    </View>
  ));
}
