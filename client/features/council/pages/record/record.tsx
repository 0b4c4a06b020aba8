import { View } from '@tarojs/components';
import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { ProposalPage } from '../../../../../types/routes';
import { Banner } from '../../../../components/Banner';
import { Card } from '../../../../components/Card';
import { Choice } from '../../../../components/Choice';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { EmptyState } from '../../../../components/EmptyState';
import { ErrorState } from '../../../../components/ErrorState';
import { Field } from '../../../../components/Field';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { ResultScreen } from '../../../../components/ResultScreen';
import { Skeleton } from '../../../../components/Skeleton';
import { TextField } from '../../../../components/TextField';
import { ThumbBar } from '../../../../components/ThumbBar';
import { Frame } from '../../../../frame/Frame';
import { partyNames } from '../../../../names';
import { usePageStore } from '../../../../usePageStore';
import { wordsFor } from '../../../../words';
import { type PaperVote, RecordStore } from '../../recordStore';
import { PhotoFields } from './PhotoFields';
import styles from './record.module.scss';

const papers: { value: PaperVote; label: string }[] = [
  { value: 'agree', label: '同意' },
  { value: 'against', label: '反对' },
  { value: 'abstain', label: '弃权' },
  { value: 'absent', label: '未到' },
];

/** 录入会议投票: the votes on paper of a meeting, which count once a councillor has confirmed them. Param: proposalId. */
export default observer(function RecordPage() {
  const store = usePageStore(RecordStore);
  const [isAsking, setIsAsking] = useState(false);
  const { proposalId = '' } = useRouter().params;
  useDidShow(() => {
    if (!store.page) void store.load(proposalId);
  });

  const { page, seats, votes, loading, sending, entered } = store;
  if (entered)
    return (
      <Frame>
        <ResultScreen
          tone="noted"
          title="已录入，等人核对"
          subject={page?.title}
          figure={`${entered.votes.length} 张票`}
          detail="请一位委员在提案页核对，确认以后票才计入。"
          nextWords="回到提案"
          onNext={() => void Taro.navigateBack()}
        />
      </Frame>
    );
  const isOpen = page?.stage === 'voting' && seats.length > 0;
  return (
    <Frame isWide>
      <View className={styles.column}>
        {loading.error !== null && (
          <ErrorState words={wordsFor(loading.error)} onRetry={() => void store.load(proposalId)} />
        )}
        {!page && loading.error === null && <Skeleton shape="card" />}
        {page && !isOpen && <NothingToEnter page={page} />}
        {page && isOpen && (
          <>
            <Banner tone="info">{`“${page.title}”第 ${page.revision} 稿。照纸质票录入，再由另一位委员核对确认，票才算数。`}</Banner>
            <Card title="纸质票">
              {seats.map(({ seatId, name, party }) => (
                <Field key={seatId} label={`${name}（${partyNames[party]}）`}>
                  <Choice
                    label={`${name}的票`}
                    options={papers}
                    value={votes[seatId] ?? null}
                    onChange={(vote) => store.choose(seatId, vote)}
                  />
                </Field>
              ))}
              {seats.length < page.votes.length && (
                <View
                  className={styles.note}
                >{`另外 ${page.votes.length - seats.length} 席已经投过票。`}</View>
              )}
            </Card>
            <Card title="会议记录">
              <TextField
                label="记录（可以不填）"
                placeholder="哪天、在哪里开的会，谁到了，说了什么"
                isLong
                maxLength={2000}
                value={store.text}
                onChange={(text) => store.write(text)}
              />
            </Card>
            <PhotoFields store={store} />
          </>
        )}
      </View>
      {isOpen && (
        <ThumbBar>
          {store.isChecked && store.votesError !== null && (
            <View className={styles.trouble}>
              <Banner tone="refused">{store.votesError}</Banner>
            </View>
          )}
          <PrimaryButton onPress={() => setIsAsking(store.check())}>录入</PrimaryButton>
        </ThumbBar>
      )}
      <ConfirmSheet
        isOpen={isAsking}
        title={`录入 ${seats.filter(({ seatId }) => votes[seatId] !== 'absent').length} 张纸质票？`}
        confirmWords="录入"
        cancelWords="再看看"
        isBusy={sending.isBusy || store.uploading.isBusy}
        onConfirm={() => void store.send()}
        onCancel={() => setIsAsking(false)}
      >
        {sending.error !== null && <ErrorState words={wordsFor(sending.error)} />}
        {store.uploading.error !== null && <ErrorState words={wordsFor(store.uploading.error)} />}
        <View>{tallyWords(seats.map(({ seatId }) => votes[seatId]))}</View>
      </ConfirmSheet>
    </Frame>
  );
});

function NothingToEnter({ page }: { page: ProposalPage }) {
  return (
    <EmptyState
      icon="check"
      title={page.stage === 'voting' ? '每一席都已经投票' : '现在不在表决'}
      detail="没有纸质票要录入，请返回提案页。"
    />
  );
}

/** `同意 4 张，反对 1 张，未到 2 席` */
function tallyWords(cast: readonly (PaperVote | undefined)[]): string {
  return papers
    .map(({ value, label }) => ({ label, count: cast.filter((vote) => vote === value).length, value }))
    .filter(({ count }) => count > 0)
    .map(({ label, count, value }) => `${label} ${count} ${value === 'absent' ? '席' : '张'}`)
    .join('，');
}
