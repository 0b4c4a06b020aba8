import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { EmptyState } from '../../../../components/EmptyState';
import { ErrorState } from '../../../../components/ErrorState';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { QuietButton } from '../../../../components/QuietButton';
import { useStore } from '../../../../root';
import { wordsFor } from '../../../../words';
import { NoBranch } from '../../NoBranch';
import { OfficePage } from '../../OfficePage';
import { PublishStore } from '../../publishStore';
import { useOffice } from '../../useOffice';
import { ActivityForm } from './ActivityForm';
import { Published } from './Published';

/** 发布活动: what, where and when; what it earns is the rate card's. */
export default observer(function PublishPage() {
  const store = useStore(PublishStore);
  const { workplace, branchId, isKnown, reload } = useOffice((branch) => store.begin(branch));

  const { published, card, categories, sending } = store;
  const hasRules = categories.length > 0;
  if (published) return <Published {...published} />;
  return (
    <OfficePage
      look="form"
      isLoading={branchId ? !card : !isKnown}
      error={workplace.loading.error ?? store.loading.error}
      onRetry={() => void reload()}
      thumb={
        hasRules && (
          <PrimaryButton isBusy={sending.isBusy} onPress={() => void store.publish()}>
            发布
          </PrimaryButton>
        )
      }
    >
      {!branchId && <NoBranch isStreet={workplace.isStreet} />}
      {card && !hasRules && (
        <EmptyState
          icon="list"
          title="积分标准里还没有活动"
          detail="先在积分标准里写明参加活动记多少分，才能发布活动。"
        >
          <QuietButton
            onPress={() =>
              void Taro.navigateTo({ url: `/features/desk/pages/rates/rates?branchId=${branchId ?? ''}` })
            }
          >
            看积分标准
          </QuietButton>
        </EmptyState>
      )}
      {card && hasRules && (
        <>
          <ActivityForm store={store} version={card.version} />
          {store.isChecked && !store.isComplete && (
            <ErrorState words={{ happened: '还有几项没填好', next: '请往上看红字，填好后再按“发布”。' }} />
          )}
          {sending.error !== null && <ErrorState words={wordsFor(sending.error)} />}
        </>
      )}
    </OfficePage>
  );
});
