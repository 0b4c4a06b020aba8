import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { shanghai } from '../../../../../types/day';
import { Banner } from '../../../../components/Banner';
import { Card } from '../../../../components/Card';
import { EmptyState } from '../../../../components/EmptyState';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { type RecordColumn, RecordTable } from '../../../../components/RecordTable';
import { roleNames } from '../../../../names';
import { useStore } from '../../../../root';
import { MembersStore } from '../../membersStore';
import { NoBranch } from '../../NoBranch';
import { OfficePage } from '../../OfficePage';
import { useOffice } from '../../useOffice';
import { Invitations } from './Invitations';

type Row = MembersStore['byRole'][number]['rows'][number];

const columns: RecordColumn<Row>[] = [
  { head: '姓名', part: 'title', share: 2, cell: ({ name }) => name },
  { head: '商户', part: 'detail', share: 3, cell: ({ merchantName }) => merchantName },
  {
    head: '任职',
    part: 'detail',
    share: 2,
    cell: ({ since }) => `${shanghai(since).format('YYYY年M月D日')}起`,
  },
];
const withoutMerchant = columns.filter(({ head }) => head !== '商户');

/** 人员: who works at a branch, and who is invited to. */
export default observer(function MembersPage() {
  const store = useStore(MembersStore);
  const { workplace, branchId, isKnown, reload } = useOffice((id) => store.load(id));
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));

  const { staff, byRole, openInvitations } = store;
  const invite = () =>
    void Taro.navigateTo({ url: `/features/desk/pages/invite/invite?branchId=${branchId ?? ''}` });
  return (
    <OfficePage
      look="records"
      isLoading={branchId ? !staff : !isKnown}
      error={workplace.loading.error ?? store.loading.error}
      onRetry={() => void reload()}
      thumb={staff && branchId && <PrimaryButton onPress={invite}>邀请</PrimaryButton>}
    >
      {!branchId && <NoBranch isStreet={workplace.isStreet} />}
      {staff && branchId && (
        <>
          {store.lacksManager && (
            <Banner tone="waiting">{`${workplace.branchName(branchId)}还没有主任，请先邀请一位。`}</Banner>
          )}
          {byRole.map(({ role, rows }) => (
            <Card key={role} title={`${roleNames[role]}　${rows.length} 人`}>
              <RecordTable columns={role === 'merchant' ? columns : withoutMerchant} records={rows} />
            </Card>
          ))}
          {openInvitations.length > 0 && <Invitations invitations={openInvitations} />}
          {byRole.length === 0 && openInvitations.length === 0 && (
            <EmptyState icon="person" title="这里还没有人" detail="按下面的“邀请”，给对方一个邀请码。" />
          )}
        </>
      )}
    </OfficePage>
  );
});
