import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { shanghai, startOfDay } from '../../../../../types/day';
import { CATEGORIES } from '../../../../../types/entities';
import { Banner } from '../../../../components/Banner';
import { Card } from '../../../../components/Card';
import { EmptyState } from '../../../../components/EmptyState';
import { PickerField } from '../../../../components/PickerField';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { ResultScreen } from '../../../../components/ResultScreen';
import { TextField } from '../../../../components/TextField';
import { Frame } from '../../../../frame/Frame';
import { CategoryRules } from '../../../../rateDraft/CategoryRules';
import { Prices } from '../../../../rateDraft/Prices';
import { useStore } from '../../../../root';
import { countErrors } from '../../../../fieldErrors';
import { OfficePage } from '../../OfficePage';
import { RateDraftStore } from '../../rateDraftStore';
import { RatesStore } from '../../ratesStore';
import { useOffice } from '../../useOffice';
import { usePageStore } from '../../../../usePageStore';
import { ReviewSheet } from './ReviewSheet';

/** 新的积分标准: the branch's next card, written whole, compared with the one before, published once. */
export default observer(function NewRatesPage() {
  const store = usePageStore(RateDraftStore);
  const { form } = store;
  const rates = useStore(RatesStore);
  const [isReviewing, setIsReviewing] = useState(false);
  const { workplace, branchId, isKnown, reload } = useOffice(async (id) => {
    // What is being written stays when the page shows again.
    if (form.draft) return;
    await rates.load(id);
    if (rates.loading.error === null) await store.begin(id, rates.newest, rates.earliestDay());
  });

  const { before, published } = store;
  const { draft, shownErrors: errors } = form;
  if (published)
    return (
      <Frame>
        <ResultScreen
          tone="credited"
          title="已公布"
          subject={published.branchName}
          figure={`第 ${published.version} 号标准`}
          detail={`${shanghai(startOfDay(published.effectiveOn)).format('M月D日')}起执行`}
          nextWords="看积分标准"
          onNext={() => void Taro.navigateBack()}
        />
      </Frame>
    );
  const review = () => {
    const isGood = store.check();
    setIsReviewing(isGood);
    // The form is several screens long.
    if (form.firstWrong) void Taro.pageScrollTo({ selector: `#${form.firstWrong}`, offsetTop: -72 });
  };
  const earliest = shanghai(startOfDay(rates.earliestDay())).format('M月D日');
  const isManager = workplace.isManagerAt(branchId);
  return (
    <OfficePage
      look="form"
      wrong={countErrors(errors)}
      isLoading={isManager ? !draft : !isKnown}
      error={workplace.loading.error ?? rates.loading.error ?? store.loading.error}
      onRetry={() => void reload()}
      thumb={isManager && draft && <PrimaryButton onPress={review}>看看改了什么</PrimaryButton>}
    >
      {!isManager && (
        <EmptyState icon="list" title="积分标准由主任发布" detail="商定以后，请主任在这里发布。" />
      )}
      {isManager && draft && branchId && (
        <>
          <Banner tone="info">
            {before
              ? `从第 ${before.version} 号改起，没改的照旧。`
              : '这是本所第一号标准。分数由社区、社团骨干和居民代表商定后填写。'}
          </Banner>
          {CATEGORIES.map((category) => (
            <CategoryRules key={category} category={category} form={form} />
          ))}
          <Prices form={form} />
          <Card title="什么时候开始">
            <PickerField
              label="从哪天起执行"
              kind="date"
              value={store.effectiveOn}
              from={rates.earliestDay()}
              onChange={(day) => store.chooseDay(day)}
              hint={before ? `最早 ${earliest}，从零点起；已经记的积分不变。` : '第一号标准今天就可以开始。'}
            />
            <TextField
              label="说明（可以不填）"
              hint="哪天开会商定的、为什么改。会印在标准上。"
              isLong
              maxLength={1000}
              error={errors.explanation}
              value={form.explanation}
              onChange={(explanation) => form.writeExplanation(explanation)}
            />
          </Card>
          {form.isChecked && countErrors(errors) === 0 && form.changes.length === 0 && (
            <Banner tone="waiting">和现在的标准一样，没有改动。</Banner>
          )}
        </>
      )}
      <ReviewSheet store={store} isOpen={isReviewing} onCancel={() => setIsReviewing(false)} />
    </OfficePage>
  );
});
