import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { shanghai, startOfDay } from '../../../../../types/day';
import { Banner } from '../../../../components/Banner';
import { Card } from '../../../../components/Card';
import { EmptyState } from '../../../../components/EmptyState';
import { ErrorState } from '../../../../components/ErrorState';
import { ListRow } from '../../../../components/ListRow';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { Skeleton } from '../../../../components/Skeleton';
import { TextField } from '../../../../components/TextField';
import { ThumbBar } from '../../../../components/ThumbBar';
import { starWords } from '../../../../council/starWords';
import { Frame } from '../../../../frame/Frame';
import { goTo } from '../../../../goTo';
import { HomeStore } from '../../../../holder/homeStore';
import { useStore } from '../../../../root';
import { usePageStore } from '../../../../usePageStore';
import { wordsFor } from '../../../../words';
import { ReviewStore } from '../../reviewStore';
import { StarBars } from './StarBars';
import { StarChoice } from './StarChoice';

/** 评一评: one's opinion of a rate card at the quarter's end, and everybody's. Params: version, branchId; both optional. */
export default observer(function ReviewPage() {
  const store = usePageStore(ReviewStore);
  const home = useStore(HomeStore);
  const { branchId: named, version } = useRouter().params;
  const load = async () => {
    await home.loadOnce();
    const branchId = named ?? home.branchId;
    if (branchId) await store.load(branchId, version ? Number(version) : null);
  };
  useDidShow(() => void load());

  const { result, loading, sending, branchId, mine, isOpen } = store;
  const isHolder = branchId !== null && home.passbooksAt(branchId).length > 0;
  const canReview = isOpen && isHolder && mine === null;
  const isNowhere = (home.home !== null && !named && home.branchId === null) || store.hasNoCard;
  const error = loading.error ?? (result ? null : home.error);
  return (
    <Frame>
      {error !== null && <ErrorState words={wordsFor(error)} onRetry={() => void load()} />}
      {!result && error === null && !isNowhere && <Skeleton shape="card" count={2} />}
      {isNowhere && (
        <EmptyState
          icon="star"
          title="还没有可以评的积分标准"
          detail="本所有了积分标准，每季度末请大家来评。"
        />
      )}
      {result && mine !== null && (
        <Banner tone="good">{`您评了 ${mine} 星，${starWords(mine)}。谢谢！下季度再来评。`}</Banner>
      )}
      {result && mine === null && <WhenToReview store={store} isHolder={isHolder} />}
      {result && canReview && (
        <Card title={`您对第 ${result.version} 号积分标准满意吗？`}>
          <StarChoice value={store.stars} onChange={(stars) => store.choose(stars)} />
          <TextField
            label="想说的话（可以不写）"
            isLong
            maxLength={300}
            hint="会给大家看，不显示您的名字。"
            value={store.comment}
            onChange={(comment) => store.write(comment)}
          />
        </Card>
      )}
      {result && (!canReview || result.count > 0) && <StarBars result={result} />}
      {result && (
        <Card>
          <ListRow
            icon="list"
            title={`看第 ${result.version} 号积分标准`}
            onPress={() => goTo('rates', { branchId: branchId ?? '', version: String(result.version) })}
          />
        </Card>
      )}
      {canReview && (
        <ThumbBar>
          {sending.error !== null && <ErrorState words={wordsFor(sending.error)} />}
          <PrimaryButton
            onPress={() => void store.review()}
            isBusy={sending.isBusy}
            isDisabled={store.stars === null}
          >
            {store.stars === null ? '请先选满意不满意' : '提交评价'}
          </PrimaryButton>
        </ThumbBar>
      )}
    </Frame>
  );
});

/** Why one cannot review this card now, and when one can; nothing for whoever can. */
const WhenToReview = observer(function WhenToReview({
  store,
  isHolder,
}: {
  store: ReviewStore;
  isHolder: boolean;
}) {
  const { result, isOpen, reviewed, branchId } = store;
  if (!result) return null;
  if (!result.isOpen)
    return (
      <Banner tone="info" icon="calendar">
        {`每季度末请大家评一次，下次从 ${shanghai(startOfDay(result.opensOn)).format('M月D日')}开始。`}
      </Banner>
    );
  if (!isOpen && reviewed !== null)
    return (
      <Banner
        tone="info"
        actionWords={`去评第 ${reviewed} 号`}
        onAction={() => goTo('review', { branchId: branchId ?? '', version: String(reviewed) }, true)}
      >
        {`这个季度评的是第 ${reviewed} 号积分标准。`}
      </Banner>
    );
  return isHolder ? null : <Banner tone="info">有本所存折的居民可以评。</Banner>;
});
