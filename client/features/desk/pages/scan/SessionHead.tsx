import { View } from '@tarojs/components';
import { MINUTE, type Instant } from '../../../../../types/day';
import type { SessionCard } from '../../../../../types/routes';
import { Card } from '../../../../components/Card';
import { perDeed } from '../../../../earningWords';
import { categoryNames } from '../../../../names';
import type { RosterStore } from '../../rosterStore';
import { spanWords } from '../../sessionTimes';
import styles from './SessionHead.module.scss';

interface SessionHeadProps {
  session: SessionCard;
  counts: RosterStore['counts'];
  now: Instant;
}

/** Which session this is, and how many have come. */
export function SessionHead({ session, counts, now }: SessionHeadProps) {
  const { title, place, category, basis, points, capacity } = session;
  const isByHour = basis === 'hour';
  const figures: [string, number][] = [
    ['签到', counts.arrived],
    ['报名', counts.signedUp],
    isByHour ? ['还在场', counts.present] : ['名额', capacity],
  ];
  return (
    <Card>
      <View className={styles.title}>{title}</View>
      <View className={styles.line}>
        <View>{spanWords(session, now)}</View>
        <View>{place}</View>
      </View>
      <View className={styles.line}>
        {[categoryNames[category], points !== null && perDeed(basis, points)].filter(Boolean).join(' · ')}
      </View>
      <View className={styles.figures}>
        {figures.map(([word, count]) => (
          <View key={word} className={styles.figure}>
            <View className={styles.count}>{count}</View>
            <View className={styles.word}>{word}</View>
          </View>
        ))}
      </View>
      <View className={styles.standing}>{standingWords(session, now)}</View>
    </Card>
  );
}

function standingWords({ startsAt, endsAt, basis }: SessionCard, now: Instant): string {
  const minutes = Math.ceil((startsAt - now) / MINUTE);
  if (minutes > 60) return '还没到签到时间，开始前半小时起可以签到。';
  if (minutes > 0) return `还有 ${minutes} 分钟开始。`;
  if (now <= endsAt)
    return basis === 'hour' ? '来时扫一次开始计时，走时再扫一次记分。' : '扫一次就记分，每人每场一次。';
  return basis === 'hour' ? '已经结束，还没签退的人请尽快扫码签退。' : '已经结束，不能再签到。';
}
