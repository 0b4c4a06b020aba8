import { View } from '@tarojs/components';
import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { CATEGORIES } from '../../../../../types/entities';
import { Banner } from '../../../../components/Banner';
import { Card } from '../../../../components/Card';
import { ErrorState } from '../../../../components/ErrorState';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { RateDifference } from '../../../../components/RateDifference';
import { ResultScreen } from '../../../../components/ResultScreen';
import { Skeleton } from '../../../../components/Skeleton';
import { TextField } from '../../../../components/TextField';
import { ThumbBar } from '../../../../components/ThumbBar';
import { countErrors } from '../../../../fieldErrors';
import { Frame } from '../../../../frame/Frame';
import { goTo } from '../../../../goTo';
import { CategoryRules } from '../../../../rateDraft/CategoryRules';
import { Prices } from '../../../../rateDraft/Prices';
import { usePageStore } from '../../../../usePageStore';
import { wordsFor } from '../../../../words';
import { DraftStore } from '../../draftStore';
import { ImpactStore } from '../../impactStore';
import { ImpactSheet } from './ImpactSheet';
import styles from './draft.module.scss';

/**
 * 写提案: a whole card, beginning with the newest one. Params: branchId; proposalId to amend one;
 * suggestionId to take one up.
 */
export default observer(function DraftPage() {
  const store = usePageStore(DraftStore);
  const impact = usePageStore(ImpactStore);
  const [isWeighing, setIsWeighing] = useState(false);
  const { branchId = '', proposalId, suggestionId } = useRouter().params;
  const load = () => store.begin({ branchId, proposalId, suggestionId });
  useDidShow(() => {
    // What is being written stays when the page shows again.
    if (!store.before) void load();
  });

  const { form, before, sent, loading, errors, revision } = store;
  if (sent) return <Sent store={store} sent={sent} />;
  const wrong = countErrors(errors);
  const weigh = () => {
    if (store.check()) {
      setIsWeighing(true);
      void impact.load(branchId, form.wording);
    } else if (errorsAtTop(store)) void Taro.pageScrollTo({ scrollTop: 0 });
    else if (form.firstWrong) void Taro.pageScrollTo({ selector: `#${form.firstWrong}`, offsetTop: -72 });
  };
  return (
    <Frame isWide>
      <View className={styles.column}>
        {loading.error !== null && <ErrorState words={wordsFor(loading.error)} onRetry={() => void load()} />}
        {!before && loading.error === null && <Skeleton shape="card" />}
        {before && (
          <>
            <Banner tone="info">
              {revision === null
                ? `从第 ${before.version} 号标准改起，没改的照旧。`
                : `改“${store.title}”的第 ${revision} 稿，和第 ${before.version} 号标准比。`}
            </Banner>
            {store.suggestion && <Card title="居民的建议">{store.suggestion}</Card>}
            {revision === null && (
              <Card title="提案叫什么">
                <TextField
                  label="名字"
                  placeholder="大米便宜一点"
                  maxLength={30}
                  error={errors.title}
                  value={store.title}
                  onChange={(title) => store.writeTitle(title)}
                />
              </Card>
            )}
            {CATEGORIES.map((category) => (
              <CategoryRules key={category} category={category} form={form} />
            ))}
            <Prices form={form} />
            <Card title="为什么改">
              <TextField
                label="说明（可以不填）"
                hint="说给委员和居民听。通过以后会印在标准上。"
                isLong
                maxLength={1000}
                error={errors.explanation}
                value={form.explanation}
                onChange={(explanation) => form.writeExplanation(explanation)}
              />
            </Card>
            <Card title={`改了什么（${form.changes.length} 处）`}>
              <RateDifference changes={form.changes} />
              {form.changes.length === 0 && (
                <View className={styles.note}>还没有改动。改了上面的分数，这里就会列出来。</View>
              )}
            </Card>
          </>
        )}
      </View>
      {before && (
        <ThumbBar>
          {form.isChecked && (wrong > 0 || form.changes.length === 0) && (
            <View className={styles.trouble}>
              <Banner tone="refused">
                {wrong > 0 ? `还有 ${wrong} 处没填好，请看红字。` : '和现在的标准一样，请至少改一处。'}
              </Banner>
            </View>
          )}
          <PrimaryButton onPress={weigh}>看看影响</PrimaryButton>
        </ThumbBar>
      )}
      <ImpactSheet store={store} impact={impact} isOpen={isWeighing} onCancel={() => setIsWeighing(false)} />
    </Frame>
  );
});

const errorsAtTop = ({ titleError }: DraftStore) => titleError !== undefined;

function Sent({ store, sent }: { store: DraftStore; sent: { proposalId: string; revision: number } }) {
  const isNew = store.revision === null;
  return (
    <Frame>
      <ResultScreen
        tone="credited"
        title={isNew ? '已提出' : `已改成第 ${sent.revision} 稿`}
        subject={store.title.trim()}
        detail={isNew ? '委员和居民都能看到了。讨论好以后，由委员提交表决。' : '之前的稿子都留着，可以对照。'}
        nextWords="看提案"
        onNext={() => (isNew ? goTo('proposal', { id: sent.proposalId }, true) : void Taro.navigateBack())}
      />
    </Frame>
  );
}
