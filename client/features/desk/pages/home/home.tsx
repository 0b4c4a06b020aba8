import { Text, View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { Choice } from '../../../../components/Choice';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { EmptyState } from '../../../../components/EmptyState';
import { ErrorState } from '../../../../components/ErrorState';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { QuietButton } from '../../../../components/QuietButton';
import { Skeleton } from '../../../../components/Skeleton';
import { ThumbBar } from '../../../../components/ThumbBar';
import { Frame } from '../../../../frame/Frame';
import { roleNames } from '../../../../names';
import { useStore } from '../../../../root';
import { wordsFor } from '../../../../words';
import { DeskStore } from '../../deskStore';
import { ClosingAlarm } from './ClosingAlarm';
import { DeskEntries } from './DeskEntries';
import { SessionList } from './SessionList';
import styles from './home.module.scss';

const COUNTER = '/features/merchant/pages/counter/counter';

const openScanner = (sessionId: string) =>
  void Taro.navigateTo({ url: `/features/desk/pages/scan/scan?sessionId=${sessionId}` });

/** 工作台: what is on today, and the way to everything else that is done here. */
export default observer(function DeskHomePage() {
  const desk = useStore(DeskStore);
  const [isChoosing, setIsChoosing] = useState(false);
  useDidShow(() => void desk.load());
  usePullDownRefresh(() => void desk.load().finally(() => Taro.stopPullDownRefresh()));

  const { branch, branches, roles, loading, sessions, atHand } = desk;
  const hasDesk = roles.length > 0;
  return (
    <Frame isWide>
      {loading.error !== null && (
        <ErrorState words={wordsFor(loading.error)} onRetry={() => void desk.load()} />
      )}
      {!desk.isKnown && loading.error === null && <Skeleton shape="card" />}
      {desk.isKnown && !hasDesk && <NoDesk isMerchant={desk.isMerchant} />}
      {desk.isKnown && hasDesk && (
        <View className={styles.desk}>
          <View className={styles.head}>
            <View className={styles.bank}>{desk.workplace.bankName ?? '公益银行'}</View>
            <View className={styles.branch}>{branch?.name ?? '还没有储蓄所'}</View>
            <View className={styles.roles}>{roles.map((role) => roleNames[role]).join('　')}</View>
            {branches.length > 1 && (
              <View className={styles.switch}>
                <QuietButton look="onColour" onPress={() => setIsChoosing(true)}>
                  换一个储蓄所
                </QuietButton>
              </View>
            )}
          </View>
          <View className={styles.content}>
            {branch && <ClosingAlarm branchId={branch.id} />}
            {branch && !sessions && loading.error === null && <Skeleton shape="line" count={4} />}
            {branch && sessions && (
              <>
                <SessionList
                  title="今天"
                  sessions={desk.today}
                  now={desk.now}
                  empty="今天没有活动。"
                  onOpen={desk.canScan ? openScanner : undefined}
                />
                {desk.later.length > 0 && (
                  <SessionList
                    title="接下来"
                    sessions={desk.later}
                    now={desk.now}
                    onOpen={desk.canScan ? openScanner : undefined}
                  />
                )}
              </>
            )}
          </View>
          <View className={styles.entries}>
            <DeskEntries roles={roles} branchId={branch?.id ?? null} waiting={desk.waiting} />
          </View>
          {desk.canScan && atHand && (
            <ThumbBar>
              <PrimaryButton onPress={() => openScanner(atHand.id)}>
                扫码签到<Text className={styles.atHand}> · {atHand.title}</Text>
              </PrimaryButton>
            </ThumbBar>
          )}
        </View>
      )}
      <ConfirmSheet isOpen={isChoosing} title="到哪个储蓄所办业务？" onCancel={() => setIsChoosing(false)}>
        <Choice
          label="储蓄所"
          layout="column"
          options={branches.map(({ id, name }) => ({ value: id, label: name }))}
          value={branch?.id ?? null}
          onChange={(branchId) => {
            setIsChoosing(false);
            void desk.choose(branchId);
          }}
        />
      </ConfirmSheet>
    </Frame>
  );
});

function NoDesk({ isMerchant }: { isMerchant: boolean }) {
  if (isMerchant)
    return (
      <EmptyState icon="gift" title="您是商户" detail="顾客来领东西时，在核销页扫他的兑换码。">
        <QuietButton onPress={() => void Taro.redirectTo({ url: COUNTER })}>去核销</QuietButton>
      </EmptyState>
    );
  return (
    <EmptyState
      icon="person"
      title="这里是工作人员的工作台"
      detail="请主任给您发一个邀请码，接受以后就能在这里办业务。"
    >
      <QuietButton onPress={() => void Taro.navigateTo({ url: '/features/desk/pages/accept/accept' })}>
        我有邀请码
      </QuietButton>
    </EmptyState>
  );
}
