import { View } from '@tarojs/components';
import type { SessionCard } from '../../../types/routes';
import { Card } from '../../components/Card';
import { Pill } from '../../components/Pill';
import { spanOfDay } from '../../dayWords';
import { categoryNames } from '../../names';
import { OwnPlacePill } from './OwnPlacePill';
import { earns, placesLeft } from './sessionWords';
import styles from './SessionPlate.module.scss';

/** One session of the list: what, when, where, what it earns, whether there is a place. */
export function SessionPlate({ session, onPress }: { session: SessionCard; onPress: () => void }) {
  const { title, category, place, startsAt, endsAt } = session;
  return (
    <Card title={title} aside={<StatePill session={session} />} onPress={onPress}>
      <View className={styles.when}>
        {spanOfDay(startsAt, endsAt)}　{place}
      </View>
      <View className={styles.what}>
        {categoryNames[category]} · {earns(session)} · {placesLeft(session)}
      </View>
    </Card>
  );
}

function StatePill({ session }: { session: SessionCard }) {
  if (session.state === 'cancelled') return <Pill tone="refused">已取消</Pill>;
  return <OwnPlacePill session={session} />;
}
