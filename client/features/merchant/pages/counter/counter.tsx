import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import { Banner } from '../../../../components/Banner';
import { Card } from '../../../../components/Card';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { QuietButton } from '../../../../components/QuietButton';
import { ResultScreen } from '../../../../components/ResultScreen';
import { ScanField } from '../../../../components/ScanField';
import { ThumbBar } from '../../../../components/ThumbBar';
import { Frame } from '../../../../frame/Frame';
import { canScan, scanCode } from '../../../../platform/scanner';
import { signal } from '../../../../platform/signal';
import { useStore } from '../../../../root';
import { CounterStore } from '../../counterStore';
import { HandedOverList } from './HandedOverList';
import { HandOverCard } from './HandOverCard';
import { UndoConfirmSheet } from './UndoConfirmSheet';
import styles from './counter.module.scss';

/** What may be undone runs out while the page is open. */
const TICK_MS = 10_000;

/** 核销: scan the voucher, hand over what it says, confirm. */
export default observer(function CounterPage() {
  const store = useStore(CounterStore);
  const [typed, setTyped] = useState('');

  useEffect(() => {
    const timer = setInterval(() => store.tick(), TICK_MS);
    return () => clearInterval(timer);
  }, [store]);

  const { presented, answer, notice, isBusy, shownUndoable } = store;
  const answerNo = answer?.no;
  const isGood = answer?.face.tone === 'credited';
  useEffect(() => {
    if (answerNo !== undefined) signal(isGood ? 'done' : 'refused');
  }, [answerNo, isGood]);
  useEffect(() => {
    if (notice) signal('refused');
  }, [notice]);

  const openCamera = async () => {
    const voucher = await scanCode();
    if (voucher) await store.take(voucher);
  };
  const handleNext = () => {
    store.dismiss();
    if (canScan) void openCamera();
  };
  const handleTyped = (voucher: string) => {
    setTyped('');
    // Enter alone goes on to the next customer.
    if (voucher.trim() !== '') void store.take(voucher);
    else if (answer) store.dismiss();
  };
  const isTyped = typed.trim() !== '';

  return (
    <Frame isWide>
      <View className={styles.page}>
        <View>
          {notice && <Banner tone="refused">{notice}</Banner>}
          {presented && <HandOverCard what={presented.what} />}
          {!presented && (
            <Card>
              <ScanField
                label={isBusy ? '正在核对…' : canScan ? '或者输入兑换码' : '请扫兑换码'}
                hint={
                  canScan
                    ? '扫不出来时，照着顾客手机上的字母和数字输入。'
                    : '用扫码枪扫，或照着顾客手机输入，然后按回车。扫码枪请配英文输入法。'
                }
                placeholder="GY2-"
                value={typed}
                onChange={setTyped}
                onScan={handleTyped}
              />
            </Card>
          )}
        </View>
        <View>
          <HandedOverList
            recent={store.recent}
            canUndo={(handed) => store.canUndo(handed)}
            onUndo={(handed) => store.askUndo(handed)}
          />
        </View>
      </View>
      <ThumbBar>
        {presented ? (
          <>
            <PrimaryButton isBusy={isBusy} onPress={() => void store.confirm()}>
              确认已交付
            </PrimaryButton>
            <QuietButton look="text" isDisabled={isBusy} onPress={() => store.dismiss()}>
              先不给
            </QuietButton>
          </>
        ) : (
          <PrimaryButton
            isBusy={isBusy}
            onPress={() => (canScan && !isTyped ? void openCamera() : handleTyped(typed))}
          >
            {canScan && !isTyped ? '扫兑换码' : '核对兑换码'}
          </PrimaryButton>
        )}
      </ThumbBar>
      {answer &&
        (answer.isUnsure ? (
          <ResultScreen
            {...answer.face}
            undoWords="先办下一位"
            onUndo={handleNext}
            nextWords="再试一次"
            onNext={() => void store.retry()}
          />
        ) : (
          <ResultScreen
            {...answer.face}
            undoWords={shownUndoable ? '发错了？15 分钟内可撤销' : undefined}
            onUndo={() => shownUndoable && store.askUndo(shownUndoable)}
            nextWords="继续扫下一位"
            onNext={handleNext}
          />
        ))}
      <UndoConfirmSheet store={store} />
    </Frame>
  );
});
