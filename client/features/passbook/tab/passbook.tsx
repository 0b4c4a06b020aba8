import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { RoleGrant } from '../../../../types/entities';
import { Banner } from '../../../components/Banner';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorState } from '../../../components/ErrorState';
import { PrimaryButton } from '../../../components/PrimaryButton';
import { Skeleton } from '../../../components/Skeleton';
import { ThumbBar } from '../../../components/ThumbBar';
import { Frame } from '../../../frame/Frame';
import { goTo } from '../../../goTo';
import { HomeStore } from '../../../holder/homeStore';
import { MyWork } from '../../../holder/MyWork';
import { ReviewInvitationStore } from '../../../holder/reviewInvitationStore';
import { useStore } from '../../../root';
import { wordsFor } from '../../../words';
import { CodeKeyStore } from '../codeKeyStore';
import { FreshLineStore } from '../freshLineStore';
import { OpenPassbook } from '../OpenPassbook';
import { SwitchPassbook } from '../SwitchPassbook';
import { Welcome } from '../Welcome';

/** 存折: how much have I, what came in last, where is my code. */
export default observer(function PassbookTab() {
  const store = useStore(HomeStore);
  const keys = useStore(CodeKeyStore);
  const fresh = useStore(FreshLineStore);
  const invitation = useStore(ReviewInvitationStore);
  const refresh = async () => {
    fresh.look(store.current);
    await store.load();
    fresh.look(store.current);
    if (store.error !== null || !store.home) return;
    keys.keepOnly(store.passbooks.map(({ id }) => id));
    const cover = store.current?.cover;
    // Only once the screen stands: from then on the code works without a network.
    if (cover && !keys.find(cover.id)) await keys.fetch(cover);
    if (cover) await invitation.look(store.home.rateCard);
  };
  useDidShow(() => void refresh());
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()));

  const { home, current, error } = store;
  if (!home) {
    return (
      <Frame>
        {error === null && <Loading />}
        {error !== null && <ErrorState words={wordsFor(error)} onRetry={() => void refresh()} />}
        {error !== null && keys.kept.length > 0 && (
          <ThumbBar>
            <PrimaryButton onPress={() => goTo('code')}>出示签到码</PrimaryButton>
          </ThumbBar>
        )}
      </Frame>
    );
  }
  return (
    <Frame>
      {error !== null && (
        <Banner tone="waiting" actionWords="再试一次" onAction={() => void refresh()}>
          {`${wordsFor(error).happened}，下面是上一次看到的样子。`}
        </Banner>
      )}
      <SwitchPassbook store={store} />
      {current && (
        <OpenPassbook key={current.cover.id} store={store} current={current} freshLineId={fresh.lineId} />
      )}
      {!current && store.isStranger && <Welcome />}
      {!current && !store.isStranger && <StaffWithoutPassbook roles={store.roles} />}
    </Frame>
  );
});

function Loading() {
  return (
    <>
      <Skeleton shape="cover" />
      <Skeleton shape="line" count={5} />
    </>
  );
}

function StaffWithoutPassbook({ roles }: { roles: readonly RoleGrant[] }) {
  return (
    <>
      <MyWork roles={roles} />
      <EmptyState
        icon="passbook"
        title="您还没有自己的存折"
        detail="办业务不用存折。您自己也做好事的话，开一本存折，积分就记在上面。"
      />
      <ThumbBar>
        <PrimaryButton onPress={() => goTo('open')}>开户建折</PrimaryButton>
      </ThumbBar>
    </>
  );
}
