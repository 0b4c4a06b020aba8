import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { Banner } from '../../../../components/Banner';
import { Card } from '../../../../components/Card';
import { Facts } from '../../../../components/Facts';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { charterMeaning } from '../../../../council/charterWords';
import { usePageStore } from '../../../../usePageStore';
import { CharterStore } from '../../charterStore';
import { NoBranch } from '../../NoBranch';
import { OfficePage } from '../../OfficePage';
import { useOffice } from '../../useOffice';
import { CharterForm } from './CharterForm';
import { CharterSheet } from './CharterSheet';
import { EarlierCharters } from './EarlierCharters';

/** 议事会章程: how a branch's council is made up and decides. The street office writes it. Param: branchId. */
export default observer(function CharterPage() {
  const store = usePageStore(CharterStore);
  const [isAsking, setIsAsking] = useState(false);
  const { workplace, branchId, isKnown, reload } = useOffice((id) => store.load(id));

  const { room, given, isFirst } = store;
  const mayWrite = workplace.isStreet;
  const inviteCouncillors = () =>
    void Taro.redirectTo({ url: `/features/desk/pages/members/members?branchId=${branchId ?? ''}` });
  return (
    <OfficePage
      look="form"
      isLoading={branchId ? !room : !isKnown}
      error={workplace.loading.error ?? store.loading.error}
      onRetry={() => void reload()}
      thumb={
        room &&
        mayWrite &&
        (given !== null ? (
          <PrimaryButton onPress={inviteCouncillors}>去请人入席</PrimaryButton>
        ) : (
          <PrimaryButton onPress={() => setIsAsking(true)} isDisabled={!store.hasChanged}>
            {isFirst ? '设立议事会' : store.hasChanged ? '换成新章程' : '章程没有改动'}
          </PrimaryButton>
        ))
      }
    >
      {!branchId && <NoBranch isStreet={workplace.isStreet} />}
      {room && given !== null && (
        <Banner tone="good">{`第 ${given} 版章程已经生效。下一步，请人坐到各方的席位上。`}</Banner>
      )}
      {room && isFirst && mayWrite && (
        <Banner tone="waiting">
          设立议事会以后，积分标准只能由三方表决来改，主任不能再直接发布。这一步不能退回。
        </Banner>
      )}
      {room && isFirst && !mayWrite && <Banner tone="info">还没有议事会，由街道办来设立。</Banner>}
      {room && (!isFirst || mayWrite) && (
        <Card
          title={
            store.hasChanged
              ? `${room.branchName}：这样定的意思是`
              : `${room.branchName} 第 ${room.charter?.version ?? 1} 版章程`
          }
        >
          <Facts facts={charterMeaning(store.draft)} />
        </Card>
      )}
      {room && mayWrite && given === null && <CharterForm store={store} />}
      {room && room.charters.length > 0 && <EarlierCharters charters={room.charters} />}
      <CharterSheet store={store} isOpen={isAsking} onClose={() => setIsAsking(false)} />
    </OfficePage>
  );
});
