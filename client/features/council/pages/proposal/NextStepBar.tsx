import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { ErrorState } from '../../../../components/ErrorState';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { QuietButton } from '../../../../components/QuietButton';
import { ThumbBar } from '../../../../components/ThumbBar';
import { goTo } from '../../../../goTo';
import { wordsFor } from '../../../../words';
import { type NextStep, nextStep } from '../../nextStep';
import type { ProposalStore } from '../../proposalStore';
import { ConfirmMinutesSheet } from './ConfirmMinutesSheet';
import { OpenSheet } from './OpenSheet';
import { VoteSheet } from './VoteSheet';

const stepWords: Record<NextStep, string> = {
  open: '提交表决',
  vote: '我要投票',
  confirm: '核对并确认纸质票',
  record: '录入会议投票',
  count: '计票',
};

/** The one thing that the person does next about the proposal, and quietly what else they may. */
export const NextStepBar = observer(function NextStepBar({
  store,
  isManager,
}: {
  store: ProposalStore;
  isManager: boolean;
}) {
  const [asking, setAsking] = useState<NextStep | 'withdraw' | null>(null);
  const { page, mySeats, acting } = store;
  if (!page) return null;
  const { proposalId, branchId } = page;
  const step = nextStep(page, isManager);
  const ask = (what: NextStep | 'withdraw') => {
    acting.forget();
    if (what === 'record') goTo('record', { proposalId });
    else setAsking(what);
  };
  const close = () => setAsking(null);
  const isDiscussing = page.stage === 'discussion';
  const canAmend = isDiscussing && mySeats.length > 0;
  const canRecord = isManager && page.stage === 'voting' && !page.isDecidable && step !== 'record';
  const simple = (title: string, confirmWords: string, deed: () => Promise<boolean>) => (
    <ConfirmSheet
      isOpen
      title={title}
      confirmWords={confirmWords}
      isBusy={acting.isBusy}
      onConfirm={() => void deed().then((isDone) => isDone && close())}
      onCancel={close}
    >
      {acting.error !== null && <ErrorState words={wordsFor(acting.error)} />}
    </ConfirmSheet>
  );
  return (
    <>
      <ThumbBar>
        {step && <PrimaryButton onPress={() => ask(step)}>{stepWords[step]}</PrimaryButton>}
        {canAmend && <QuietButton onPress={() => goTo('draft', { branchId, proposalId })}>修改</QuietButton>}
        {isDiscussing && page.isMine && (
          <QuietButton look="text" onPress={() => ask('withdraw')}>
            撤回
          </QuietButton>
        )}
        {canRecord && <QuietButton onPress={() => ask('record')}>录入会议投票</QuietButton>}
        {!step && !canAmend && !canRecord && (
          <QuietButton onPress={() => goTo('rates', { branchId })}>看现行标准</QuietButton>
        )}
      </ThumbBar>
      <OpenSheet store={store} isOpen={asking === 'open'} onClose={close} />
      <VoteSheet
        store={store}
        isOpen={asking === 'vote'}
        onClose={() => {
          close();
          void Taro.pageScrollTo({ selector: '#seats', duration: 300 });
        }}
      />
      <ConfirmMinutesSheet store={store} isOpen={asking === 'confirm'} onClose={close} />
      {asking === 'count' && simple('现在计票？', '计票', () => store.count())}
      {asking === 'withdraw' && simple('撤回这个提案？撤回以后不能恢复。', '撤回', () => store.withdraw())}
    </>
  );
});
