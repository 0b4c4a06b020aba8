import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Banner } from '../../../../components/Banner';
import { Card } from '../../../../components/Card';
import { Choice } from '../../../../components/Choice';
import { ErrorState } from '../../../../components/ErrorState';
import { Field } from '../../../../components/Field';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { ResultScreen } from '../../../../components/ResultScreen';
import { TextField } from '../../../../components/TextField';
import { Frame } from '../../../../frame/Frame';
import { kindNames } from '../../../../names';
import { wordsFor } from '../../../../words';
import { NoBranch } from '../../NoBranch';
import { countErrors } from '../../../../fieldErrors';
import { OfficePage } from '../../OfficePage';
import { OpenForStore } from '../../openForStore';
import { useOffice } from '../../useOffice';
import { usePageStore } from '../../../../usePageStore';

const kinds = [
  { value: 'enterprise', label: kindNames.enterprise },
  { value: 'organisation', label: kindNames.organisation },
] as const;

/** 单位开户: a passbook for an enterprise or organisation, which a volunteer speaks for. */
export default observer(function OpenForPage() {
  const store = usePageStore(OpenForStore);
  const { workplace, branchId, isKnown, reload } = useOffice(async () => undefined);

  const { shownErrors: errors, speaker, lookingUp, sending, passbookId } = store;
  if (passbookId && store.kind)
    return (
      <Frame>
        <ResultScreen
          tone="credited"
          title="开户成功"
          who={store.title}
          number={passbookId}
          subject={kindNames[store.kind]}
          detail={speaker ? `代表人 ${speaker.name}` : undefined}
          nextWords="完成"
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
      error={workplace.loading.error}
      onRetry={() => void reload()}
      thumb={
        branchId && (
          <PrimaryButton onPress={() => void store.open(branchId)} isBusy={sending.isBusy}>
            开户
          </PrimaryButton>
        )
      }
    >
      {!branchId && <NoBranch isStreet={workplace.isStreet} />}
      {branchId && (
        <Card title={workplace.branchName(branchId)}>
          <Field label="给谁开户" error={errors.kind}>
            <Choice
              label="给谁开户"
              options={kinds}
              value={store.kind}
              onChange={(kind) => store.chooseKind(kind)}
            />
          </Field>
          <TextField
            label="单位全称"
            hint="印在存折封面上。"
            maxLength={30}
            error={errors.title}
            value={store.title}
            onChange={(title) => store.writeTitle(title)}
          />
          <TextField
            label="代表人的存折号"
            hint="代表人是本所的志愿者，替单位签到和兑换。"
            placeholder={`${branchId}-000001-0`}
            error={errors.speaker}
            value={store.speakerNumber}
            onChange={(number) => void store.writeSpeaker(number, branchId)}
          />
        </Card>
      )}
      {speaker?.kind === 'volunteer' && (
        <Banner tone="good" icon="person">{`代表人：${speaker.name}　${speaker.phone}`}</Banner>
      )}
      {lookingUp.error !== null && <ErrorState words={wordsFor(lookingUp.error)} />}
    </OfficePage>
  );
});
