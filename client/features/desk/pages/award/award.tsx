import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';
import { formatPoints } from '../../../../../types/points';
import type { AwardRow } from '../../../../../types/routes';
import { Banner } from '../../../../components/Banner';
import { Card } from '../../../../components/Card';
import { EmptyState } from '../../../../components/EmptyState';
import { ErrorState } from '../../../../components/ErrorState';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { useStore } from '../../../../root';
import { wordsFor } from '../../../../words';
import { AwardStore } from '../../awardStore';
import { NoBranch } from '../../NoBranch';
import { OfficePage } from '../../OfficePage';
import { useOffice } from '../../useOffice';
import { AwardForm } from './AwardForm';
import { FindPassbook } from './FindPassbook';
import styles from './award.module.scss';

/** 申报荣誉奖励: somebody did something outstanding. Who proposes it does not decide it. */
export default observer(function AwardPage() {
  const store = useStore(AwardStore);
  const { workplace, branchId, isKnown, reload } = useOffice((branch) => store.begin(branch));

  const { card, passbook, proposed, sending } = store;
  const thumb = proposed ? (
    <PrimaryButton onPress={() => void Taro.navigateBack()}>完成</PrimaryButton>
  ) : (
    passbook && (
      <PrimaryButton isBusy={sending.isBusy} onPress={() => void store.propose()}>
        报给主任
      </PrimaryButton>
    )
  );
  return (
    <OfficePage
      look="form"
      isLoading={branchId ? !card : !isKnown}
      error={workplace.loading.error ?? store.loading.error}
      onRetry={() => void reload()}
      thumb={thumb}
    >
      {!branchId && <NoBranch isStreet={workplace.isStreet} />}
      {branchId && proposed && <Proposed award={proposed} />}
      {branchId && card && !proposed && !store.hasAwards && (
        <EmptyState
          icon="star"
          title="积分标准里还没有荣誉奖励"
          detail="先在积分标准里写明有哪些奖励、各多少分，才能申报。"
        />
      )}
      {branchId && card && !proposed && store.hasAwards && (
        <>
          <Banner tone="info">申报后由主任决定。申报、批准和得分的必须是三个不同的人。</Banner>
          {passbook ? <AwardForm store={store} /> : <FindPassbook store={store} branchId={branchId} />}
          {sending.error !== null && <ErrorState words={wordsFor(sending.error)} />}
        </>
      )}
    </OfficePage>
  );
});

function Proposed({ award }: { award: AwardRow }) {
  useEffect(() => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }), []);
  const { name, passbookId, levelTitle, points, reason } = award;
  return (
    <>
      <Banner tone="waiting">已经报给主任，还没有记分。主任批准后才会记到存折上。</Banner>
      <Card title={name}>
        <View className={styles.number}>{passbookId}</View>
        <View className={styles.level}>
          {levelTitle}　{formatPoints(points)} 分
        </View>
        <View>{reason}</View>
      </Card>
    </>
  );
}
