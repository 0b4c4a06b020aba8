import Taro, { useLoad, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Card } from '../../../../components/Card';
import { Choice } from '../../../../components/Choice';
import { Field } from '../../../../components/Field';
import { PickerField } from '../../../../components/PickerField';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { TextField } from '../../../../components/TextField';
import { roleNames } from '../../../../names';
import { useStore } from '../../../../root';
import { DeskStore } from '../../deskStore';
import { type InvitedRole, InviteStore } from '../../inviteStore';
import { NoBranch } from '../../NoBranch';
import { countErrors } from '../../../../fieldErrors';
import { OfficePage } from '../../OfficePage';
import { usePageStore } from '../../../../usePageStore';
import { ChooseSeat } from './ChooseSeat';
import { MadeInvitation } from './MadeInvitation';

const details: Record<InvitedRole, string> = {
  manager: '管理一个储蓄所：批准、发布标准、管库存',
  street: '和您一样，建储蓄所、邀请主任',
  teller: '给居民签到、开户、发布活动',
  merchant: '居民来领东西时核销兑换码',
  councillor: '在议事会占一席，和另外两方一起定积分标准',
};

/** 邀请: gives one person one role, by a code that is shown once. */
export default observer(function InvitePage() {
  const store = usePageStore(InviteStore);
  const { workplace } = useStore(DeskStore);
  const { branchId: named, seatId } = useRouter().params;
  const begin = async (isFirst = false) => {
    await workplace.ready();
    const branchId = workplace.branchOf(named);
    store.begin(branchId, workplace.invitedRoles(branchId), isFirst ? seatId : null);
  };
  useLoad(() => void begin(true));

  const { shownErrors: errors, sending, made } = store;
  const roles = workplace.invitedRoles(store.branchId);
  if (made) return <MadeInvitation invitation={made} onAnother={() => void begin()} />;
  return (
    <OfficePage
      look="form"
      wrong={countErrors(errors)}
      failure={sending.error}
      isLoading={workplace.roles === null}
      error={workplace.loading.error}
      onRetry={() => void begin(true)}
      thumb={
        roles.length > 0 &&
        !store.lacksCouncil && (
          <PrimaryButton onPress={() => void store.invite()} isBusy={sending.isBusy}>
            生成邀请码
          </PrimaryButton>
        )
      }
    >
      {roles.length === 0 && <NoBranch isStreet={workplace.isStreet} />}
      {roles.length > 0 && (
        <Card title={workplace.branchName(store.branchId)}>
          <Field label="请他来做什么" error={errors.role}>
            <Choice
              label="请他来做什么"
              layout="column"
              options={roles.map((role) => ({ value: role, label: roleNames[role], detail: details[role] }))}
              value={store.role}
              onChange={(role) => store.chooseRole(role)}
            />
          </Field>
          {workplace.isStreet && (store.role === 'manager' || store.role === 'councillor') && (
            <PickerField
              label="哪个储蓄所"
              kind="choice"
              options={workplace.branches.map(({ id, name }) => ({ value: id, label: name }))}
              value={store.branchId}
              onChange={(branchId) => store.chooseBranch(branchId)}
              error={errors.branch}
            />
          )}
          {store.role === 'councillor' && (
            <ChooseSeat
              store={store}
              onCharter={() =>
                void Taro.navigateTo({
                  url: `/features/desk/pages/charter/charter?branchId=${store.branchId ?? ''}`,
                })
              }
            />
          )}
          <TextField
            label="对方的姓名"
            maxLength={20}
            error={errors.name}
            value={store.name}
            onChange={(name) => store.writeName(name)}
          />
          {store.role === 'merchant' && (
            <TextField
              label="商户名称"
              placeholder="便民超市"
              maxLength={20}
              error={errors.merchantName}
              value={store.merchantName}
              onChange={(name) => store.writeMerchantName(name)}
            />
          )}
        </Card>
      )}
    </OfficePage>
  );
});
