import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { formatPoints, type Points } from '../../../../../types/points';
import type { PassbookCover, RewardCard } from '../../../../../types/routes';
import { Banner } from '../../../../components/Banner';
import { Card } from '../../../../components/Card';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { type Fact, Facts } from '../../../../components/Facts';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { Stepper } from '../../../../components/Stepper';
import { ThumbBar } from '../../../../components/ThumbBar';
import { goTo } from '../../../../goTo';
import type { HomeStore } from '../../../../holder/homeStore';
import { missingFor } from '../../catalogueStore';
import { orderTitle } from '../../orderWords';
import type { ReserveStore } from './reserveStore';

/** No order takes more lots than this. */
const MOST_LOTS = 100;

interface ReserveProps {
  store: ReserveStore;
  home: HomeStore;
  reward: RewardCard;
  /** The stock or the points are not what the page shows. */
  onRefused: () => void;
}

/** How many lots, what is left then, and the button that reserves them. */
export const Reserve = observer(function Reserve({ store, home, reward, onRefused }: ReserveProps) {
  const [wanted, setWanted] = useState(1);
  const [isAsking, setIsAsking] = useState(false);
  const cover = home.current?.cover;
  if (!home.home) return null;
  if (!cover) {
    return (
      <ThumbBar>
        <PrimaryButton onPress={() => goTo('open')}>开户建折，攒积分来兑</PrimaryButton>
      </ThumbBar>
    );
  }

  const most = Math.min(reward.onHand, Math.floor(cover.available / reward.points), MOST_LOTS);
  const lots = Math.max(1, Math.min(wanted, most));
  const cost = reward.points * lots;
  const title = orderTitle({ rewardName: reward.name, lot: reward.lot, lots });

  const reserve = async () => {
    const order = await store.reserve(cover.id, reward.rewardId, lots);
    setIsAsking(false);
    if (!order) return onRefused();
    void home.load();
    goTo('order', { id: order.id }, true);
  };

  return (
    <>
      {most > 0 && (
        <Card>
          {most > 1 && (
            <Stepper label="要几份" unit="份" value={lots} least={1} most={most} onChange={setWanted} />
          )}
          <Facts facts={account(cover, cost)} />
        </Card>
      )}
      {most === 0 && <Banner tone="waiting">{whyNot(reward, cover.available)}</Banner>}
      <ThumbBar>
        <PrimaryButton
          isDisabled={most === 0}
          onPress={() => {
            store.forget();
            setIsAsking(true);
          }}
        >
          用 {formatPoints(cost)} 分兑换
        </PrimaryButton>
      </ThumbBar>
      <ConfirmSheet
        isOpen={isAsking}
        title={`用 ${formatPoints(cost)} 分兑换${title}？`}
        confirmWords="兑换"
        cancelWords="再想想"
        isBusy={store.isBusy}
        onConfirm={() => void reserve()}
        onCancel={() => setIsAsking(false)}
      >
        {formatPoints(cost)} 分先留着，领到东西才扣。7 天内到“{reward.providerName}
        ”出示兑换码领取；没领会自动退回。
      </ConfirmSheet>
    </>
  );
});

/** What the passbook has, what this takes, what is left: as on a slip. */
function account(cover: PassbookCover, cost: Points): Fact[] {
  return [
    { name: '可用', value: `${formatPoints(cover.available)} 分（${cover.name}的存折）` },
    { name: '这次用', value: `${formatPoints(cost)} 分` },
    { name: '还剩', value: `${formatPoints(cover.available - cost)} 分` },
  ];
}

function whyNot(reward: RewardCard, available: Points): string {
  if (reward.onHand === 0) return '已经兑完了。请看看别的，或等补货。';
  return `还差 ${formatPoints(missingFor(reward, available))} 分。再参加几次活动就够了。`;
}
