import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { Card } from '../../../../components/Card';
import { Choice } from '../../../../components/Choice';
import { Field } from '../../../../components/Field';
import { QuietButton } from '../../../../components/QuietButton';
import { TextField } from '../../../../components/TextField';
import { earningWords } from '../../../../earningWords';
import { categoryNames } from '../../../../names';
import type { Basis, PublishStore } from '../../publishStore';
import { SessionFields } from './SessionFields';
import styles from './publish.module.scss';

const basisWords: Record<Basis, string> = { visit: '按次记分', hour: '按小时记分' };

/** What is asked of an activity, each with what is wrong under it. */
export const ActivityForm = observer(function ActivityForm({
  store,
  version,
}: {
  store: PublishStore;
  version: number;
}) {
  const errors = store.shownErrors;
  return (
    <>
      <Card title="做什么">
        <TextField
          label="活动名称"
          value={store.title}
          onChange={(title) => store.write({ title })}
          maxLength={30}
          placeholder="如：洁净家园"
          error={errors.title}
        />
        <Field label="类别" hint={`按积分标准第 ${version} 号记分。`} error={errors.category}>
          <Choice
            label="类别"
            layout="column"
            options={store.categories.map(({ category, rules }) => ({
              value: category,
              label: categoryNames[category],
              detail: rules.flatMap(earningWords).join('；'),
            }))}
            value={store.category}
            onChange={(category) => store.chooseCategory(category)}
          />
        </Field>
        {store.category && (
          <Field label="怎么记分" hint={store.basis ? earningHints[store.basis] : undefined}>
            <Choice
              label="怎么记分"
              options={store.bases
                .map((rule) => rule.basis)
                .filter((basis) => basis !== 'award')
                .map((basis) => ({ value: basis, label: basisWords[basis] }))}
              value={store.basis}
              onChange={(basis) => store.chooseBasis(basis)}
            />
          </Field>
        )}
      </Card>
      {store.drafts.map((draft, index) => (
        <SessionFields
          key={index}
          title={store.drafts.length > 1 ? `第 ${index + 1} 场` : '时间和地点'}
          draft={draft}
          today={store.today}
          errors={store.shownDraftErrors(index)}
          onChange={(part) => store.changeDraft(index, part)}
          onRemove={store.drafts.length > 1 ? () => store.removeSession(index) : undefined}
        />
      ))}
      {store.canAddSession && (
        <View className={styles.more}>
          <QuietButton onPress={() => store.addSession()}>再加一场（下一周同一时间）</QuietButton>
        </View>
      )}
      <Card title="还有">
        <TextField
          label="活动说明（可不填）"
          isLong
          value={store.description}
          onChange={(description) => store.write({ description })}
          maxLength={500}
          placeholder="带什么、找谁、在哪集合"
          error={errors.description}
        />
        <Field label="扫码时" hint="先看清是谁再记分，适合代人出示存折的活动。">
          <Choice
            label="扫码时"
            options={[
              { value: 'now', label: '扫完就记' },
              { value: 'ask', label: '先确认是谁' },
            ]}
            value={store.askFirst ? 'ask' : 'now'}
            onChange={(value) => store.write({ askFirst: value === 'ask' })}
          />
        </Field>
      </Card>
    </>
  );
});

const earningHints: Record<Basis, string> = {
  visit: '来时扫一次码就记分。',
  hour: '来时、走时各扫一次码，按时长记分。',
};
