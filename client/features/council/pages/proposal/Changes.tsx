import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { Card } from '../../../../components/Card';
import { Choice } from '../../../../components/Choice';
import { RateDifference } from '../../../../components/RateDifference';
import { partyNames } from '../../../../names';
import { momentWords } from '../../councilWords';
import type { ProposalStore } from '../../proposalStore';
import styles from './proposal.module.scss';

/** 改了什么: the revision shown against the card that it started from, and why. */
export const Changes = observer(function Changes({
  store,
  onChoose,
}: {
  store: ProposalStore;
  onChoose: (revision: number) => void;
}) {
  const { page, revision, changes } = store;
  if (!page || !revision) return null;
  return (
    <Card title="改了什么">
      {page.revisions.length > 1 && (
        <View className={styles.choices}>
          <Choice
            label="看哪一稿"
            options={page.revisions.map((each) => ({
              value: String(each.revision),
              label:
                each.revision === page.revision ? `第 ${each.revision} 稿（最新）` : `第 ${each.revision} 稿`,
            }))}
            value={String(revision.revision)}
            onChange={(chosen) => onChoose(Number(chosen))}
          />
        </View>
      )}
      <RateDifference changes={changes} />
      {changes.length === 0 && <View>{`和第 ${page.base.version} 号标准一样。`}</View>}
      {revision.explanation && <View className={styles.explanation}>{revision.explanation}</View>}
      <View className={styles.note}>
        {`${revision.by}（${partyNames[revision.party]}）${momentWords(revision.at)}写的，和第 ${page.base.version} 号标准比。`}
      </View>
    </Card>
  );
});
