import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { dayOf, shanghai } from '../../../../../types/day';
import type { SessionCard } from '../../../../../types/routes';
import { Banner } from '../../../../components/Banner';
import { Card } from '../../../../components/Card';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { Field } from '../../../../components/Field';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { QuietButton } from '../../../../components/QuietButton';
import { ThumbBar } from '../../../../components/ThumbBar';
import { dayWords } from '../../../../dayWords';
import { scrollToTop } from '../../../../frame/scrollToTop';
import { goTo } from '../../../../goTo';
import { ChoosePassbook } from '../../../../holder/ChoosePassbook';
import type { HomeStore } from '../../../../holder/homeStore';
import type { SessionStore } from './sessionStore';

interface MyPlaceProps {
  store: SessionStore;
  home: HomeStore;
  session: SessionCard;
}

/** The person's place at the session: none yet, taken, or not to be had; and the one thing to do about it. */
export const MyPlace = observer(function MyPlace({ store, home, session }: MyPlaceProps) {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const passbooks = home.passbooksAt(session.branchId);
  const openId = home.current?.cover.id;
  const preferred = passbooks.find(({ id }) => id === openId) ?? passbooks[0];
  const passbookId = chosenId ?? preferred?.id ?? null;
  const isSignedUp = passbookId !== null && session.signedUp.includes(passbookId);
  const visit = session.came.find((one) => one.passbookId === passbookId);
  const isOff = store.isOver || session.state === 'cancelled';

  const followUp = () => {
    if (store.refusal !== null) scrollToTop();
    // The passbook and the code's page show today's sessions too.
    else void home.load();
  };
  const signUp = async (id: string) => {
    await store.signUp(id);
    followUp();
  };
  const withdraw = async (id: string) => {
    await store.withdraw(id);
    setIsAsking(false);
    followUp();
  };

  return (
    <>
      {passbooks.length > 1 && !isOff && (
        <Card>
          <Field label="记到哪一本存折">
            <ChoosePassbook
              label="记到哪一本存折"
              passbooks={passbooks}
              value={passbookId}
              onChange={setChosenId}
            />
          </Field>
        </Card>
      )}
      {session.state === 'cancelled' && (
        <Banner tone="refused">这一场取消了，不用去了。请看看其他场次。</Banner>
      )}
      {visit && !isOff && <Banner tone="good">{cameWords(session, visit.isDone)}</Banner>}
      {isSignedUp && !visit && !isOff && (
        <Banner tone="good">{`已报名。${beThere(session, store.today)}到时候出示签到码。`}</Banner>
      )}
      {!isSignedUp && !isOff && store.isFull && store.refusal === null && (
        <Banner tone="waiting">名额已经满了。有人取消就能再报，也可以看看其他场次。</Banner>
      )}
      {home.passbooks.length > 0 && passbooks.length === 0 && !isOff && (
        <Banner tone="info">这是别的储蓄所的活动，您的存折不在那里，不能报名。</Banner>
      )}
      <ThumbBar>
        {home.home && home.passbooks.length === 0 && !isOff && (
          <PrimaryButton onPress={() => goTo('open')}>开户建折，就能报名</PrimaryButton>
        )}
        {passbookId && !isSignedUp && !isOff && !store.isFull && (
          <PrimaryButton onPress={() => void signUp(passbookId)} isBusy={store.isBusy}>
            我要报名
          </PrimaryButton>
        )}
        {isSignedUp && !visit?.isDone && !isOff && store.isToday && (
          <PrimaryButton onPress={() => showCode(home, passbookId)}>出示签到码</PrimaryButton>
        )}
        {isSignedUp && !visit && !isOff && store.canWithdraw && (
          <QuietButton onPress={() => setIsAsking(true)} isDisabled={store.isBusy}>
            取消报名
          </QuietButton>
        )}
      </ThumbBar>
      <ConfirmSheet
        isOpen={isAsking}
        title={`取消“${session.title}”的报名？`}
        confirmWords="取消报名"
        cancelWords="不取消"
        isBusy={store.isBusy}
        onConfirm={() => passbookId && void withdraw(passbookId)}
        onCancel={() => setIsAsking(false)}
      >
        名额会让给别人。想去了还可以再报，有空位就行。
      </ConfirmSheet>
    </>
  );
});

function showCode(home: HomeStore, passbookId: string): void {
  if (passbookId !== home.current?.cover.id) void home.show(passbookId);
  goTo('code');
}

function cameWords({ basis }: SessionCard, isDone: boolean): string {
  if (!isDone) return '已签到。离开时再出示签到码签退，积分那时入账。';
  return basis === 'hour' ? '已签退，积分已入账。' : '已签到，积分已入账。';
}

/** `明天 14:00，小区南门见。` */
function beThere({ startsAt, place }: SessionCard, today: string): string {
  return `${dayWords(dayOf(startsAt), today)} ${shanghai(startsAt).format('HH:mm')}，${place}见。`;
}
