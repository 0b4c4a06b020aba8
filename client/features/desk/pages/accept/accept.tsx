import Taro, { useDidShow, useLoad, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { Output } from '../../../../../types/routes';
import { Card } from '../../../../components/Card';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { QuietButton } from '../../../../components/QuietButton';
import { ResultScreen } from '../../../../components/ResultScreen';
import { TextField } from '../../../../components/TextField';
import { roleNames, seatWords } from '../../../../names';
import { HomeStore } from '../../../../holder/homeStore';
import { canScan, scanCode } from '../../../../platform/scanner';
import { Frame } from '../../../../frame/Frame';
import { useStore } from '../../../../root';
import { AcceptStore } from '../../acceptStore';
import { DeskStore } from '../../deskStore';
import { countErrors } from '../../../../fieldErrors';
import { OfficePage } from '../../OfficePage';
import { usePageStore } from '../../../../usePageStore';
import { Offer } from './Offer';

const DESK = '/features/desk/pages/home/home';
const COUNTER = '/features/merchant/pages/counter/counter';
const ROOM = '/features/council/pages/room/room';

/** Where the work of a role begins. */
function workOf({ role, branchId }: Output<'desk', 'accept'>): { words: string; url: string } {
  if (role === 'merchant') return { words: '去核销', url: COUNTER };
  if (role === 'councillor') return { words: '去议事厅', url: `${ROOM}?branchId=${branchId ?? ''}` };
  return { words: '去工作台', url: DESK };
}

/** 接受邀请: the code, what it offers, then yes. */
export default observer(function AcceptPage() {
  const store = usePageStore(AcceptStore);
  const { workplace } = useStore(DeskStore);
  const { code } = useRouter().params;
  useLoad(() => {
    if (!code) return;
    store.writeCode(code);
    void store.lookUp();
  });
  const home = useStore(HomeStore);
  useDidShow(() => void workplace.load());

  const { offer, granted, lookingUp, accepting } = store;
  const scan = async () => {
    const scanned = await scanCode();
    if (scanned === null) return;
    store.writeCode(scanned);
    await store.lookUp();
  };
  const accept = async () => {
    await store.accept();
    // Elsewhere the app shows what the person may do by now.
    if (store.granted) await Promise.all([workplace.load(), home.load()]);
  };
  if (granted && offer) {
    const work = workOf(granted);
    return (
      <Frame>
        <ResultScreen
          tone="credited"
          title="已接受邀请"
          who={offer.name}
          subject={
            offer.seatId ? seatWords(offer.seatId) : (offer.merchantName ?? offer.branchName ?? '街道办')
          }
          figure={roleNames[granted.role]}
          nextWords={work.words}
          onNext={() => void Taro.redirectTo({ url: work.url })}
        />
      </Frame>
    );
  }
  const isNewBank = workplace.roles !== null && workplace.street === null;
  return (
    <OfficePage
      look="form"
      wrong={countErrors(store.shownErrors)}
      failure={accepting.error ?? lookingUp.error}
      thumb={
        store.canAccept ? (
          <PrimaryButton onPress={() => void accept()} isBusy={accepting.isBusy}>
            接受邀请
          </PrimaryButton>
        ) : (
          <>
            <PrimaryButton
              onPress={() => void store.lookUp()}
              isBusy={lookingUp.isBusy}
              isDisabled={store.code.trim() === ''}
            >
              查看邀请
            </PrimaryButton>
            {isNewBank && (
              <QuietButton
                look="text"
                onPress={() => void Taro.navigateTo({ url: '/features/desk/pages/setUp/setUp' })}
              >
                街道首次开通
              </QuietButton>
            )}
          </>
        )
      }
    >
      <Card>
        <TextField
          label="邀请码"
          hint="主任或街道发给您的，以 GY3 开头，不分大小写。"
          placeholder="GY3-"
          value={store.code}
          onChange={(typed) => store.writeCode(typed)}
          onConfirm={() => void store.lookUp()}
          maxLength={40}
        />
        {canScan && <QuietButton onPress={() => void scan()}>扫邀请码</QuietButton>}
      </Card>
      {offer && <Offer offer={offer} store={store} />}
    </OfficePage>
  );
});
