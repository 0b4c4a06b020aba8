import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Card } from '../../../../components/Card';
import { Choice } from '../../../../components/Choice';
import { Field } from '../../../../components/Field';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { ResultScreen } from '../../../../components/ResultScreen';
import { TextField } from '../../../../components/TextField';
import { Frame } from '../../../../frame/Frame';
import { NewRewardStore } from '../../newRewardStore';
import { NoBranch } from '../../NoBranch';
import { countErrors } from '../../../../fieldErrors';
import { OfficePage } from '../../OfficePage';
import { useOffice } from '../../useOffice';
import { usePageStore } from '../../../../usePageStore';

const kinds = [
  { value: 'goods', label: '物品' },
  { value: 'service', label: '服务' },
] as const;

/** 新增兑换品: what it is, what one lot of it is, and where it is handed over. */
export default observer(function NewRewardPage() {
  const store = usePageStore(NewRewardStore);
  const { workplace, branchId, isKnown, reload } = useOffice((id) => store.load(id));

  const { fields, shownErrors: errors, sending, added, merchants } = store;
  if (added)
    return (
      <Frame>
        <ResultScreen
          tone="credited"
          title="已新增"
          who={`${added.name} ${added.lot}`}
          subject={added.providerName}
          detail="下一步：入库，再写进积分标准定价。"
          nextWords="去入库"
          onNext={() => void Taro.navigateBack()}
        />
      </Frame>
    );
  return (
    <OfficePage
      look="form"
      wrong={countErrors(errors)}
      failure={sending.error}
      isLoading={!isKnown}
      error={workplace.loading.error ?? store.loading.error}
      onRetry={() => void reload()}
      thumb={
        branchId && (
          <PrimaryButton onPress={() => void store.add(branchId)} isBusy={sending.isBusy}>
            新增
          </PrimaryButton>
        )
      }
    >
      {!branchId && <NoBranch isStreet={workplace.isStreet} />}
      {branchId && (
        <Card>
          <Field label="是什么" error={errors.kind}>
            <Choice
              label="是什么"
              options={kinds}
              value={store.kind}
              onChange={(kind) => store.chooseKind(kind)}
            />
          </Field>
          <TextField
            label="名称"
            placeholder={store.kind === 'service' ? '理发' : '口罩'}
            maxLength={20}
            error={errors.name}
            value={fields.name}
            onChange={(name) => store.write('name', name)}
          />
          <TextField
            label="一份是多少"
            placeholder={store.kind === 'service' ? '1 次' : '4 包'}
            maxLength={12}
            error={errors.lot}
            value={fields.lot}
            onChange={(lot) => store.write('lot', lot)}
          />
          <Field label="在哪里领" error={errors.provider}>
            <Choice
              label="在哪里领"
              layout="column"
              options={[
                { value: `counter:${branchId}`, label: '储蓄所柜台' },
                ...merchants.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={store.providerId}
              onChange={(providerId) => store.chooseProvider(providerId)}
            />
          </Field>
          <TextField
            label="一份的成本（元）"
            hint="只有工作人员看得到，用来算账；捐赠的填 0。"
            keyboard="digit"
            maxLength={9}
            error={errors.cost}
            value={fields.cost}
            onChange={(cost) => store.write('cost', cost)}
          />
          <TextField
            label="说明（可以不填）"
            isLong
            maxLength={200}
            error={errors.description}
            value={fields.description}
            onChange={(description) => store.write('description', description)}
          />
        </Card>
      )}
    </OfficePage>
  );
});
