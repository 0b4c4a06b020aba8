import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { type Day, dayOf } from '../../../../../types/day';
import type { SessionCard } from '../../../../../types/routes';
import { Card } from '../../../../components/Card';
import { ErrorState } from '../../../../components/ErrorState';
import { Facts } from '../../../../components/Facts';
import { Pill } from '../../../../components/Pill';
import { Skeleton } from '../../../../components/Skeleton';
import { datedWords, dayWords, spanOfDay } from '../../../../dayWords';
import { Frame } from '../../../../frame/Frame';
import { HomeStore } from '../../../../holder/homeStore';
import { categoryNames } from '../../../../names';
import { useStore } from '../../../../root';
import { wordsFor } from '../../../../words';
import { OwnPlacePill } from '../../OwnPlacePill';
import { earns, placesLeft } from '../../sessionWords';
import styles from './detail.module.scss';
import { MyPlace } from './MyPlace';
import { SessionStore } from './sessionStore';

/** 活动详情: all about one session, and my place at it. Param: id. */
export default observer(function DetailPage() {
  const store = useStore(SessionStore);
  const home = useStore(HomeStore);
  const { id = '' } = useRouter().params;
  const refresh = () => Promise.all([store.load(id), home.loadOnce()]);
  useDidShow(() => void refresh());
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()));

  const { session, error } = store;
  return (
    <Frame>
      {error !== null && <ErrorState words={wordsFor(error)} onRetry={() => void refresh()} />}
      {!session && error === null && <Skeleton shape="card" count={3} />}
      {store.refusal !== null && <ErrorState words={wordsFor(store.refusal)} />}
      {session && (
        <>
          <Card>
            <View className={styles.head}>
              <View className={styles.title}>{session.title}</View>
              <State store={store} session={session} />
            </View>
            <Facts
              facts={[
                { name: '时间', value: <When session={session} today={store.today} /> },
                { name: '地点', value: session.place },
                { name: '类别', value: categoryNames[session.category] },
                { name: '积分', value: earnsWords(session) },
                { name: '名额', value: `${placesLeft(session)}（共 ${session.capacity} 个）` },
              ]}
            />
          </Card>
          {session.description !== '' && (
            <Card title="说明">
              {session.description.split('\n').map((paragraph, index) => (
                <View key={index} className={styles.paragraph}>
                  {paragraph}
                </View>
              ))}
            </Card>
          )}
          <MyPlace store={store} home={home} session={session} />
        </>
      )}
    </Frame>
  );
});

const State = observer(function State({ store, session }: { store: SessionStore; session: SessionCard }) {
  if (session.state === 'cancelled') return <Pill tone="refused">已取消</Pill>;
  if (store.isOver) return <Pill tone="plain">已结束</Pill>;
  return <OwnPlacePill session={session} />;
});

function When({ session: { startsAt, endsAt }, today }: { session: SessionCard; today: Day }) {
  const day = dayOf(startsAt);
  const near = dayWords(day, today);
  const dated = datedWords(day);
  return (
    <>
      <View>{near === dated ? dated : `${near}　${dated}`}</View>
      <View>{spanOfDay(startsAt, endsAt)}</View>
    </>
  );
}

function earnsWords(session: SessionCard): string {
  return session.basis === 'hour' && session.points !== null
    ? `${earns(session)}，签退时入账`
    : earns(session);
}
