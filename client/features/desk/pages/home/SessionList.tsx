import { View } from '@tarojs/components';
import { dayOf, type Instant } from '../../../../../types/day';
import type { SessionCard } from '../../../../../types/routes';
import { Card } from '../../../../components/Card';
import { classes } from '../../../../components/classes';
import { colours } from '../../../../components/colours';
import { Icon } from '../../../../components/Icon';
import { Pill, type PillTone } from '../../../../components/Pill';
import { spoken } from '../../../../components/spoken';
import { dayWords } from '../../../../dayWords';
import { perDeed } from '../../../../earningWords';
import { categoryNames } from '../../../../names';
import { timeWords } from '../../sessionTimes';
import styles from './SessionList.module.scss';

interface SessionListProps {
  title: string;
  sessions: readonly SessionCard[];
  now: Instant;
  empty?: string;
  /** Leads to the session's scanner; without it the list is only read. */
  onOpen?: (sessionId: string) => void;
}

/** Sessions by the clock: rows on a phone, a table on a PC. */
export function SessionList({ title, sessions, now, empty, onOpen }: SessionListProps) {
  return (
    <Card title={title}>
      {sessions.length === 0 && <View className={styles.empty}>{empty}</View>}
      {sessions.map((session) => (
        <View
          key={session.id}
          className={classes(styles.row, onOpen && styles.pressable)}
          hoverClass={onOpen ? styles.pressed : 'none'}
          {...(onOpen ? { ...spoken('button'), onClick: () => onOpen(session.id) } : {})}
        >
          <View className={styles.time}>
            {dayOf(session.startsAt) !== dayOf(now) && (
              <View className={styles.day}>{dayWords(dayOf(session.startsAt), dayOf(now))}</View>
            )}
            <View>{timeWords(session.startsAt)}</View>
          </View>
          <View className={styles.words}>
            <View className={styles.title}>{session.title}</View>
            <View className={styles.place}>{session.place}</View>
            <View className={styles.earning}>
              {categoryNames[session.category]}
              {session.points === null ? '' : ` · ${perDeed(session.basis, session.points)}`}
            </View>
          </View>
          <View className={styles.figures}>
            报名 {session.taken} / {session.capacity}
          </View>
          <View className={styles.state}>
            <SessionPill session={session} now={now} />
          </View>
          {onOpen && (
            <View className={styles.arrow}>
              <Icon name="forward" colour={colours.inkSoft} />
            </View>
          )}
        </View>
      ))}
    </Card>
  );
}

function SessionPill({ session, now }: { session: SessionCard; now: Instant }) {
  const [tone, words] = standing(session, now);
  return <Pill tone={tone}>{words}</Pill>;
}

function standing({ state, startsAt, endsAt }: SessionCard, now: Instant): [PillTone, string] {
  if (state === 'cancelled') return ['refused', '已取消'];
  if (now > endsAt) return ['plain', '已结束'];
  if (now >= startsAt) return ['good', '正在进行'];
  return ['plain', '未开始'];
}
