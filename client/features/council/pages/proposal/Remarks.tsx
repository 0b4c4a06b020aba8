import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { Card } from '../../../../components/Card';
import { ErrorState } from '../../../../components/ErrorState';
import { QuietButton } from '../../../../components/QuietButton';
import { TextField } from '../../../../components/TextField';
import { partyNames } from '../../../../names';
import { wordsFor } from '../../../../words';
import { momentWords } from '../../councilWords';
import type { ProposalStore } from '../../proposalStore';
import styles from './Remarks.module.scss';

/** 议: what the councillors said, and a councillor's place to say something. */
export const Remarks = observer(function Remarks({ store }: { store: ProposalStore }) {
  const { page, remark, remarking } = store;
  if (!page) return null;
  const newest = page.revision;
  return (
    <Card title={`大家怎么说（${page.comments.length}）`}>
      {page.comments.length === 0 && <View className={styles.when}>还没有人发言。</View>}
      {page.comments.map(({ id, by, party, at, text, revision }) => (
        <View key={id} className={styles.remark}>
          <View className={styles.head}>
            <View className={styles.who}>{`${by}（${partyNames[party]}）`}</View>
            <View className={styles.when}>
              {momentWords(at)}
              {revision === newest ? '' : `　说的是第 ${revision} 稿`}
            </View>
          </View>
          <View className={styles.text}>{text}</View>
        </View>
      ))}
      {store.canRemark && (
        <>
          <TextField
            label="我的意见"
            placeholder="同意哪里，担心什么"
            isLong
            maxLength={300}
            value={remark}
            onChange={(text) => store.writeRemark(text.replace(/\n/g, ' '))}
          />
          {remarking.error !== null && <ErrorState words={wordsFor(remarking.error)} />}
          <QuietButton
            onPress={() => void store.sendRemark()}
            isDisabled={remarking.isBusy || remark.trim() === ''}
          >
            {remarking.isBusy ? '正在发…' : '发言'}
          </QuietButton>
        </>
      )}
    </Card>
  );
});
