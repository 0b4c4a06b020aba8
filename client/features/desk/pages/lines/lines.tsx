import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { formatPoints } from '../../../../../types/points';
import type { DeskPage } from '../../../../../types/routes';
import { Banner } from '../../../../components/Banner';
import { Card } from '../../../../components/Card';
import { EmptyState } from '../../../../components/EmptyState';
import { Facts } from '../../../../components/Facts';
import { QuietButton } from '../../../../components/QuietButton';
import { kindNames } from '../../../../names';
import { usePageStore } from '../../../../usePageStore';
import { OfficePage } from '../../OfficePage';
import { PassbookLinesStore } from '../../passbookLinesStore';
import { CorrectSheet } from './CorrectSheet';
import { LineTable } from './LineTable';

/** 存折明细: somebody's lines at the desk; a wrong one is proposed for correction. */
export default observer(function DeskLinesPage() {
  const store = usePageStore(PassbookLinesStore);
  const { passbookId = '' } = useRouter().params;
  const reload = () => store.load(passbookId);
  useDidShow(() => void reload());
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));

  const { shown, lines, proposed, loading } = store;
  return (
    <OfficePage
      look="records"
      isLoading={!shown}
      error={loading.error}
      onRetry={() => void reload()}
      thumb={
        (store.hasEarlier || store.hasLater) && (
          <>
            {store.hasEarlier && (
              <QuietButton isDisabled={loading.isBusy} onPress={() => void store.turn('earlier')}>
                前一页
              </QuietButton>
            )}
            {store.hasLater && (
              <QuietButton look="text" onPress={() => void store.turn('newest')}>
                回到最新一页
              </QuietButton>
            )}
          </>
        )
      }
    >
      {shown && <Whose shown={shown} />}
      {proposed && <Banner tone="good">{`“${proposed.title}”的更正已经报给主任，批准后冲正。`}</Banner>}
      {shown && lines.length === 0 && (
        <EmptyState icon="passbook" title="这一页还没有明细" detail="有了活动、奖励或兑换，就会列在这里。" />
      )}
      {shown && lines.length > 0 && (
        <LineTable
          title={`第 ${shown.page.no} 页`}
          lines={lines}
          standingOf={(line) => store.standingOf(line)}
          onCorrect={(line) => store.ask(line)}
        />
      )}
      <CorrectSheet store={store} />
    </OfficePage>
  );
});

function Whose({ shown: { name, passbookId, kind, balance, held } }: { shown: DeskPage }) {
  const amount = `${formatPoints(balance)} 分${held > 0 ? `，其中 ${formatPoints(held)} 分待核销` : ''}`;
  return (
    <Card title={name}>
      <Facts
        facts={[
          { name: '存折', value: `${passbookId}　${kindNames[kind]}` },
          { name: '余额', value: amount },
        ]}
      />
    </Card>
  );
}
