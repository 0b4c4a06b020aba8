import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { type Day, shanghai, startOfDay } from '../../../../../types/day';
import { Banner } from '../../../../components/Banner';
import { Card } from '../../../../components/Card';
import { Choice } from '../../../../components/Choice';
import { EmptyState } from '../../../../components/EmptyState';
import { ListRow } from '../../../../components/ListRow';
import { Pill } from '../../../../components/Pill';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { useStore } from '../../../../root';
import { NoBranch } from '../../NoBranch';
import { OfficePage } from '../../OfficePage';
import { RateCardSheet } from '../../RateCardSheet';
import { RatesStore } from '../../ratesStore';
import { useOffice } from '../../useOffice';

const dayWords = (day: Day) => shanghai(startOfDay(day)).format('YYYY年M月D日');

/** 积分标准: the card in force, and what was published to follow it. */
export default observer(function RatesPage() {
  const store = useStore(RatesStore);
  const [chosen, setChosen] = useState<string | null>(null);
  const { workplace, branchId, isKnown, reload } = useOffice((id) => store.load(id));
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));

  const { inForce, upcoming } = store;
  const cards = inForce ? [inForce, ...upcoming] : upcoming;
  const card = cards.find(({ version }) => String(version) === chosen) ?? cards[0];
  return (
    <OfficePage
      look="records"
      isLoading={branchId ? !store.isKnown : !isKnown}
      error={workplace.loading.error ?? store.loading.error}
      onRetry={() => void reload()}
      thumb={
        branchId &&
        store.isKnown &&
        workplace.isManagerAt(branchId) && (
          <PrimaryButton
            onPress={() =>
              void Taro.navigateTo({ url: `/features/desk/pages/newRates/newRates?branchId=${branchId}` })
            }
          >
            发布新标准
          </PrimaryButton>
        )
      }
    >
      {!branchId && <NoBranch isStreet={workplace.isStreet} />}
      {branchId && upcoming.length > 0 && (
        <Banner tone="info" icon="calendar">
          {upcoming
            .map(({ version, effectiveOn }) => `第 ${version} 号已公布，${dayWords(effectiveOn)}起执行。`)
            .join('')}
        </Banner>
      )}
      {branchId && !card && (
        <EmptyState
          icon="list"
          title="还没有积分标准"
          detail="有了标准，签到才能记分，积分才能兑换。由主任按商定的结果发布。"
        />
      )}
      {branchId && card && (
        <>
          <Card
            title={`积分标准 第 ${card.version} 号`}
            aside={
              card === inForce ? <Pill tone="good">现在执行</Pill> : <Pill tone="waiting">还没开始</Pill>
            }
          >
            <ListRow icon="house" title={card.branchName} />
            <ListRow icon="calendar" title={`${dayWords(card.effectiveOn)}起执行`} />
            {cards.length > 1 && (
              <Choice
                label="看哪一号"
                options={cards.map(({ version }) => ({ value: String(version), label: `第 ${version} 号` }))}
                value={String(card.version)}
                onChange={setChosen}
              />
            )}
          </Card>
          <RateCardSheet card={card} />
        </>
      )}
    </OfficePage>
  );
});
