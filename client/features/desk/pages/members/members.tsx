import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { shanghai } from '../../../../../types/day';
import { Banner } from '../../../../components/Banner';
import { Card } from '../../../../components/Card';
import { EmptyState } from '../../../../components/EmptyState';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { type RecordColumn, RecordTable } from '../../../../components/RecordTable';
import { charterSummary } from '../../../../council/charterWords';
import { roleNames } from '../../../../names';
import { useStore } from '../../../../root';
import { MembersStore } from '../../membersStore';
import { NoBranch } from '../../NoBranch';
import { OfficePage } from '../../OfficePage';
import { SeatsCard } from '../../../../council/SeatsCard';
import { SeatsStore } from '../../../../council/seatsStore';
import { QuietButton } from '../../../../components/QuietButton';
import { useOffice } from '../../useOffice';
import styles from './members.module.scss';
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
  const seats = useStore(SeatsStore);
  const { workplace, branchId, isKnown, reload } = useOffice(async (id) => {
    await Promise.all([store.load(id), seats.load(id)]);
  });
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));

  const { staff, byRole, openInvitations } = store;
  const open = (page: 'invite' | 'charter', more = '') =>
    void Taro.navigateTo({ url: `/features/desk/pages/${page}/${page}?branchId=${branchId ?? ''}${more}` });
  const { isStreet } = workplace;
  return (
    <OfficePage
      look="records"
      isLoading={branchId ? !staff : !isKnown}
      error={workplace.loading.error ?? store.loading.error ?? seats.loading.error}
      onRetry={() => void reload()}
      thumb={staff && branchId && <PrimaryButton onPress={() => open('invite')}>邀请</PrimaryButton>}
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
          {seats.room?.charter && (
            <SeatsCard
              store={seats}
              mayEmpty={isStreet}
              onInvite={isStreet ? ({ seatId }) => open('invite', `&seatId=${seatId}`) : undefined}
              onVacated={() => void workplace.load()}
            />
          )}
          {seats.room && (seats.room.charter !== null || isStreet) && (
            <Card title="议事会章程">
              <View className={styles.charter}>
                {seats.room.charter
                  ? `${charterSummary(seats.room.charter)}。`
                  : '还没有议事会，积分标准由主任发布。设立以后，由社区、社团骨干、居民代表三方来定。'}
              </View>
              <QuietButton onPress={() => open('charter')}>
                {seats.room.charter ? '议事会章程' : '设立议事会'}
              </QuietButton>
            </Card>
          )}
          {openInvitations.length > 0 && <Invitations invitations={openInvitations} />}
          {byRole.length === 0 && openInvitations.length === 0 && (
            <EmptyState icon="person" title="这里还没有人" detail="按下面的“邀请”，给对方一个邀请码。" />
          )}
        </>
      )}
    </OfficePage>
  );
});
