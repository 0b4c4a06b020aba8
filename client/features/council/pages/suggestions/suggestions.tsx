import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { isRefusal } from '../../../../cloud/CallError';
import { Banner } from '../../../../components/Banner';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { EmptyState } from '../../../../components/EmptyState';
import { ErrorState } from '../../../../components/ErrorState';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { Skeleton } from '../../../../components/Skeleton';
import { TextField } from '../../../../components/TextField';
import { ThumbBar } from '../../../../components/ThumbBar';
import { NewsStore } from '../../../../council/newsStore';
import { Frame } from '../../../../frame/Frame';
import { goTo } from '../../../../goTo';
import { HomeStore } from '../../../../holder/homeStore';
import { useStore } from '../../../../root';
import { wordsFor } from '../../../../words';
import { SuggestionsStore } from '../../suggestionsStore';
import { SuggestionCard } from './SuggestionCard';
import styles from './suggestions.module.scss';

/** 居民建议: what people would like changed. Holders write, councillors take up. Param: branchId, else one's own. */
export default observer(function SuggestionsPage() {
  const store = useStore(SuggestionsStore);
  const home = useStore(HomeStore);
  const news = useStore(NewsStore);
  const named = useRouter().params.branchId;
  const load = async () => {
    await home.loadOnce();
    const branchId = named ?? home.branchId;
    if (branchId) await Promise.all([store.load(branchId), news.prepare(branchId)]);
  };
  useDidShow(() => void load());
  usePullDownRefresh(() => void load().finally(() => Taro.stopPullDownRefresh()));

  const { suggestions, branchId, loading, isHandedIn } = store;
  const isHolder = branchId !== null && home.passbooksAt(branchId).length > 0;
  const isStranger =
    (home.home !== null && !named && home.branchId === null) || isRefusal(loading.error, 'FORBIDDEN');
  const error = isStranger ? null : (loading.error ?? (suggestions ? null : home.error));
  return (
    <Frame>
      {error !== null && <ErrorState words={wordsFor(error)} onRetry={() => void load()} />}
      {!suggestions && error === null && !isStranger && <Skeleton shape="card" count={2} />}
      {isStranger && (
        <EmptyState
          icon="passbook"
          title="有存折的居民可以提建议"
          detail="先开一本存折，就能告诉议事会您想怎么改。"
        />
      )}
      {suggestions && isHandedIn && <Banner tone="good">您的建议已经交给议事会，每位委员都看得到。</Banner>}
      {suggestions?.length === 0 && (
        <EmptyState
          icon="list"
          title="还没有居民建议"
          detail="觉得哪样积分该多该少、想换什么，都可以写下来。"
        />
      )}
      {suggestions?.map((suggestion) => (
        <SuggestionCard
          key={suggestion.id}
          suggestion={suggestion}
          onAdopt={
            store.isCouncillor
              ? () => goTo('draft', { branchId: branchId ?? '', suggestionId: suggestion.id })
              : undefined
          }
        />
      ))}
      {suggestions && isHolder && (
        <ThumbBar>
          <PrimaryButton onPress={() => store.begin()}>我有建议</PrimaryButton>
        </ThumbBar>
      )}
      {isStranger && home.isStranger && (
        <ThumbBar>
          <PrimaryButton onPress={() => goTo('open')}>开户建折</PrimaryButton>
        </ThumbBar>
      )}
      <WriteSheet store={store} />
    </Frame>
  );
});

/** Where a holder writes what they would like changed. */
const WriteSheet = observer(function WriteSheet({ store }: { store: SuggestionsStore }) {
  const news = useStore(NewsStore);
  const { sending } = store;
  const handIn = () => {
    // WeChat lets a tap ask for messages only before anything else is waited for.
    const asked = news.ask(['council', 'rateCard']);
    void asked.then(() => store.suggest());
  };
  return (
    <ConfirmSheet
      isOpen={store.isWriting}
      title="您想怎么改积分标准？"
      confirmWords="交给议事会"
      isBusy={sending.isBusy}
      onConfirm={handIn}
      onCancel={() => store.leave()}
    >
      <TextField
        label="我的建议"
        isLong
        placeholder="比如：陪老人看病，每小时给 3 分"
        maxLength={300}
        error={store.error}
        value={store.text}
        onChange={(text) => store.write(text)}
      />
      <View className={styles.hint}>别人只看到您的姓，不显示全名。请不要写电话和住址。</View>
      {sending.error !== null && <ErrorState words={wordsFor(sending.error)} />}
    </ConfirmSheet>
  );
});
