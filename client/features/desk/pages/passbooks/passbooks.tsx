import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { PassbookRow } from '../../../../../types/routes';
import { Banner } from '../../../../components/Banner';
import { Card } from '../../../../components/Card';
import { EmptyState } from '../../../../components/EmptyState';
import { Pill, type PillTone } from '../../../../components/Pill';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { QuietButton } from '../../../../components/QuietButton';
import { type RecordColumn, RecordTable } from '../../../../components/RecordTable';
import { TextField } from '../../../../components/TextField';
import { kindNames } from '../../../../names';
import { NoBranch } from '../../NoBranch';
import { OfficePage } from '../../OfficePage';
import { PassbookSearchStore } from '../../passbookSearchStore';
import { useOffice } from '../../useOffice';
import { usePageStore } from '../../../../usePageStore';
import { FreezeSheet } from './FreezeSheet';

const states: Record<PassbookRow['status'], { tone: PillTone; words: string }> = {
  active: { tone: 'good', words: '正常' },
  frozen: { tone: 'waiting', words: '已冻结' },
  closed: { tone: 'plain', words: '已销户' },
};

const columns: RecordColumn<PassbookRow>[] = [
  { head: '姓名或单位', part: 'title', share: 3, cell: ({ name }) => name },
  { head: '存折号', part: 'detail', share: 3, cell: ({ id }) => id },
  { head: '种类', part: 'detail', share: 2, cell: ({ kind }) => kindNames[kind] },
  { head: '手机号', part: 'detail', share: 2, cell: ({ phone }) => phone },
  {
    head: '状态',
    part: 'mark',
    share: 2,
    cell: ({ status }) => <Pill tone={states[status].tone}>{states[status].words}</Pill>,
  },
];

const openLines = (passbookId: string) =>
  void Taro.navigateTo({ url: `/features/desk/pages/lines/lines?passbookId=${passbookId}` });

/** 存折查询: finds a passbook, to look at its lines; a manager can freeze it. */
export default observer(function PassbooksPage() {
  const store = usePageStore(PassbookSearchStore);
  const { workplace, branchId, isKnown, reload } = useOffice(async () => undefined);

  const { found, searching, changed } = store;
  const isManager = workplace.isManagerAt(branchId);
  const find = () => branchId && void store.find(branchId);
  const actions: RecordColumn<PassbookRow> = {
    head: '办理',
    part: 'actions',
    share: 3,
    cell: (row) => (
      <>
        <QuietButton look="text" onPress={() => openLines(row.id)}>
          明细与更正
        </QuietButton>
        {isManager && row.status !== 'closed' && (
          <QuietButton look="text" onPress={() => store.askAbout(row)}>
            {row.status === 'active' ? '冻结' : '解冻'}
          </QuietButton>
        )}
      </>
    ),
  };
  return (
    <OfficePage
      look="records"
      failure={searching.error}
      isLoading={!isKnown}
      error={workplace.loading.error}
      onRetry={() => void reload()}
      thumb={
        branchId && (
          <>
            <PrimaryButton
              onPress={() => find()}
              isBusy={searching.isBusy}
              isDisabled={store.search.trim() === ''}
            >
              查询
            </PrimaryButton>
            <QuietButton
              look="text"
              onPress={() =>
                void Taro.navigateTo({ url: `/features/desk/pages/openFor/openFor?branchId=${branchId}` })
              }
            >
              为企业或公益组织开户
            </QuietButton>
          </>
        )
      }
    >
      {!branchId && <NoBranch isStreet={workplace.isStreet} />}
      {branchId && (
        <>
          <Card title={workplace.branchName(branchId)}>
            <TextField
              label="找谁的存折"
              hint="存折号、完整姓名或完整手机号"
              value={store.search}
              onChange={(search) => store.writeSearch(search)}
              confirmWord="search"
              onConfirm={() => find()}
              hasFocus
            />
          </Card>
          {changed && (
            <Banner tone="good">
              {changed.status === 'frozen'
                ? `${changed.name}的存折已冻结，积分一分没动。`
                : `${changed.name}的存折已解冻，可以照常使用。`}
            </Banner>
          )}
          {found && found.length === 0 && (
            <EmptyState
              icon="passbook"
              title={`没有找到“${store.searched}”`}
              detail="姓名要写完整。还找不到，可能是在别的储蓄所开的户。"
            />
          )}
          {found && found.length > 0 && (
            <Card>
              <RecordTable columns={[...columns, actions]} records={found} />
            </Card>
          )}
        </>
      )}
      <FreezeSheet store={store} />
    </OfficePage>
  );
});
