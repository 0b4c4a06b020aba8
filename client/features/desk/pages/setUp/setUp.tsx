import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Card } from '../../../../components/Card';
import { Consent } from '../../../../components/Consent';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { TextField } from '../../../../components/TextField';
import { HomeStore } from '../../../../holder/homeStore';
import { useStore } from '../../../../root';
import { DeskStore } from '../../deskStore';
import { countErrors } from '../../../../fieldErrors';
import { OfficePage } from '../../OfficePage';
import { SetUpStore } from '../../setUpStore';
import { usePageStore } from '../../../../usePageStore';

/** 街道首次开通: the first person of the street office, with the code that was printed for it. */
export default observer(function SetUpPage() {
  const store = usePageStore(SetUpStore);
  const { workplace } = useStore(DeskStore);
  const home = useStore(HomeStore);

  const setUp = async () => {
    if (!(await store.setUp())) return;
    await Promise.all([workplace.load(), home.load()]);
    await Taro.redirectTo({ url: '/features/desk/pages/branches/branches' });
  };

  const { fields, shownErrors: errors, sending } = store;
  return (
    <OfficePage
      look="form"
      wrong={countErrors(errors)}
      failure={sending.error}
      thumb={
        <PrimaryButton onPress={() => void setUp()} isBusy={sending.isBusy}>
          开通
        </PrimaryButton>
      }
    >
      <Card title="开一家公益银行">
        <TextField
          label="开行码"
          hint="系统第一次启动时打印的码，只能用一次。"
          error={errors.code}
          value={fields.code}
          onChange={(code) => store.write('code', code)}
        />
        <TextField
          label="银行名称"
          hint="烫在每本存折封面上的名字。"
          placeholder="长江公益银行"
          maxLength={12}
          error={errors.bankName}
          value={fields.bankName}
          onChange={(name) => store.write('bankName', name)}
        />
        <TextField
          label="街道名称"
          placeholder="长江路街道"
          maxLength={20}
          error={errors.streetName}
          value={fields.streetName}
          onChange={(name) => store.write('streetName', name)}
        />
      </Card>
      <Card title="您本人">
        <TextField
          label="姓名"
          keyboard="nickname"
          maxLength={20}
          error={errors.name}
          value={fields.name}
          onChange={(name) => store.write('name', name)}
        />
        <TextField
          label="手机号"
          keyboard="number"
          maxLength={11}
          error={errors.phone}
          value={fields.phone}
          onChange={(phone) => store.write('phone', phone)}
        />
        <Consent
          isGiven={store.hasConsented}
          onChange={(isGiven) => store.consent(isGiven)}
          error={errors.consent}
        />
      </Card>
    </OfficePage>
  );
});
