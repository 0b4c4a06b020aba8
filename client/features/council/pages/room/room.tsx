import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { CouncilRoom, SeatRow } from '../../../../../types/routes';
import { Banner } from '../../../../components/Banner';
import { Card } from '../../../../components/Card';
import { EmptyState } from '../../../../components/EmptyState';
import { ErrorState } from '../../../../components/ErrorState';
import { ListRow } from '../../../../components/ListRow';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { QuietButton } from '../../../../components/QuietButton';
import { Skeleton } from '../../../../components/Skeleton';
import { ThumbBar } from '../../../../components/ThumbBar';
import { NewsCard } from '../../../../council/NewsCard';
import { NewsStore } from '../../../../council/newsStore';
import { SeatsStore } from '../../../../council/seatsStore';
import { VacateSheet } from '../../../../council/VacateSheet';
import { Frame } from '../../../../frame/Frame';
import { goTo } from '../../../../goTo';
import { HomeStore } from '../../../../holder/homeStore';
import { seatWords } from '../../../../names';
import { useStore } from '../../../../root';
import { wordsFor } from '../../../../words';
import { charterWords } from '../../councilWords';
import { PartyRows } from '../../PartyRows';
import { RoomStore } from '../../roomStore';
import { SeatSeal } from '../../SeatSeal';
import { STAGES } from '../../stages';
import { Proposals } from './Proposals';
import styles from './room.module.scss';

/** 积分标准议事: the council's room, open to everybody. Param: branchId, the caller's own unless named. */
export default observer(function RoomPage() {
  const store = useStore(RoomStore);
  const home = useStore(HomeStore);
  const news = useStore(NewsStore);
  const seats = useStore(SeatsStore);
  const [leaving, setLeaving] = useState<SeatRow | null>(null);
  const named = useRouter().params.branchId;
  const load = async () => {
    await home.loadOnce();
    await store.load(named ?? home.branchId);
    if (store.room) void news.prepare(store.room.branchId);
  };
  useDidShow(() => void load());
  usePullDownRefresh(() => void load().finally(() => Taro.stopPullDownRefresh()));

  const { loading, mySeats } = store;
  const isOther = named !== undefined && store.room?.branchId !== named;
  const room = isOther ? null : store.room;
  const isHolder = room !== null && home.passbooksAt(room.branchId).length > 0;
  const isManager = home.roles.some(
    ({ role, branchId }) => role === 'manager' && branchId === room?.branchId,
  );
  return (
    <Frame isWide>
      {loading.error !== null && <ErrorState words={wordsFor(loading.error)} onRetry={() => void load()} />}
      {!room && loading.error === null && <Skeleton shape="card" />}
      {room && !room.charter && <NoCouncil room={room} />}
      {room?.charter && (
        <View className={styles.page}>
          <View>
            {mySeats.length > 0 && (
              <Banner tone="good" icon="person">
                {`您是${room.branchName}议事会委员：${mySeats.map(({ seatId }) => seatWords(seatId)).join('、')}。`}
              </Banner>
            )}
            <Proposals store={store} />
            <Card title="三方席位">
              <PartyRows
                seats={room.seats}
                note={(seats) =>
                  `${seats.length} 席${seats.some(({ name }) => name === null) ? `，空 ${seats.filter(({ name }) => name === null).length} 席` : ''}`
                }
                seal={({ party, name, isMine }) => <SeatSeal party={party} name={name} isMine={isMine} />}
              />
            </Card>
          </View>
          <View>
            <Stages />
            <Card title={`议事章程 第 ${room.charter.version} 版`}>
              <View className={styles.rules}>
                {charterWords(room.charter).map((words) => (
                  <View key={words} className={styles.rule}>
                    <View>{words}</View>
                  </View>
                ))}
              </View>
            </Card>
            <Card>
              <ListRow
                icon="list"
                title="现行标准"
                onPress={() => goTo('rates', { branchId: room.branchId })}
              />
              <ListRow
                icon="calendar"
                title="积分标准的历史"
                onPress={() => goTo('rateHistory', { branchId: room.branchId })}
              />
              {mySeats.map((seat) => (
                <ListRow
                  key={seat.seatId}
                  icon="person"
                  title="退出席位"
                  detail={seatWords(seat.seatId)}
                  onPress={() => setLeaving(seat)}
                />
              ))}
            </Card>
            <NewsCard topic="council" title="议事会有消息时通知我" />
          </View>
        </View>
      )}
      {room?.charter && (isHolder || isManager || mySeats.length > 0) && (
        <ThumbBar>
          {mySeats.length > 0 && (
            <PrimaryButton onPress={() => goTo('draft', { branchId: room.branchId })}>
              提一个新标准
            </PrimaryButton>
          )}
          {isHolder && mySeats.length === 0 ? (
            <PrimaryButton onPress={() => goTo('suggestions', { branchId: room.branchId })}>
              我有建议
            </PrimaryButton>
          ) : (
            <QuietButton onPress={() => goTo('suggestions', { branchId: room.branchId })}>
              看居民建议
            </QuietButton>
          )}
        </ThumbBar>
      )}
      <VacateSheet
        store={seats}
        branchId={room?.branchId ?? ''}
        seat={leaving}
        onClose={() => setLeaving(null)}
        onVacated={() => void load()}
      />
    </Frame>
  );
});

/** How a rate card comes about, in five characters. */
function Stages() {
  return (
    <Card title="积分标准怎么定">
      {STAGES.map(({ mark, name, detail }) => (
        <View key={mark} className={styles.stage}>
          <View className={styles.mark}>{mark}</View>
          <View className={styles.words}>
            {`${name}：`}
            {detail}
          </View>
        </View>
      ))}
    </Card>
  );
}

function NoCouncil({ room }: { room: CouncilRoom }) {
  return (
    <>
      <EmptyState
        icon="person"
        title="本所还没有议事会"
        detail={`${room.branchName}的积分标准现在由主任公布。街道办写好章程、请来三方代表以后，就由大家商定。`}
      >
        <QuietButton onPress={() => goTo('rates', { branchId: room.branchId })}>看现行标准</QuietButton>
      </EmptyState>
      <Stages />
    </>
  );
}
