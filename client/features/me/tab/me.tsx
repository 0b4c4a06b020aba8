import { useDidShow } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { Card } from '../../../components/Card';
import { Choice } from '../../../components/Choice';
import { ErrorState } from '../../../components/ErrorState';
import { ListRow } from '../../../components/ListRow';
import { Frame } from '../../../frame/Frame';
import type { TypeSize } from '../../../frame/typeSetting';
import { goTo } from '../../../goTo';
import { HomeStore } from '../../../holder/homeStore';
import { MyWork } from '../../../holder/MyWork';
import { useRoot, useStore } from '../../../root';
import { wordsFor } from '../../../words';
import { MyPassbooks } from '../MyPassbooks';
import styles from './me.module.scss';

const sizes: { value: TypeSize | 'follow'; label: string }[] = [
  { value: 'follow', label: '跟随微信' },
  { value: 'standard', label: '标准' },
  { value: 'large', label: '大字' },
  { value: 'largest', label: '特大字' },
];

/** 我的: who I am to the bank, and the reader's own settings. */
export default observer(function MeTab() {
  const { typeSetting } = useRoot();
  const home = useStore(HomeStore);
  useDidShow(() => void home.loadOnce());

  return (
    <Frame>
      <View className={styles.name}>{nameOf(home)}</View>
      {home.error !== null && !home.home && (
        <ErrorState words={wordsFor(home.error)} onRetry={() => void home.load()} />
      )}
      <MyWork roles={home.roles} />
      {home.home && <MyPassbooks home={home} />}
      <Card title="大字版">
        <View className={styles.hint}>所有页面的字和按钮一起变大。</View>
        <Choice
          label="字的大小"
          options={sizes}
          value={typeSetting.chosen ?? 'follow'}
          onChange={(size) => typeSetting.choose(size === 'follow' ? null : size)}
        />
      </Card>
      <Card>
        {home.current && <ListRow icon="gift" title="我的兑换单" onPress={() => goTo('orders')} />}
        {home.branchId && <ListRow icon="list" title="积分标准" onPress={() => goTo('rates')} />}
        {home.branchId && !home.roles.some(({ role }) => role === 'councillor') && (
          <ListRow
            icon="house"
            title="议事厅"
            detail="积分标准怎么定，正在商量什么"
            onPress={() => goTo('council')}
          />
        )}
        {home.branchId && (
          <ListRow
            icon="calendar"
            title="积分标准的历史"
            detail="哪一号改了什么、谁同意的"
            onPress={() => goTo('rateHistory')}
          />
        )}
        <ListRow
          icon="list"
          title="账目公告"
          detail="储蓄所每天的账，人人能看"
          onPress={() => goTo('closings')}
        />
        {home.current && home.current.cover.status !== 'closed' && (
          <ListRow
            icon="passbook"
            title="销户"
            detail={`不再用 ${home.current.cover.id} 这本存折了`}
            onPress={() => goTo('close')}
          />
        )}
        <ListRow icon="info" title="隐私说明" onPress={() => goTo('privacy')} />
        <ListRow
          icon="person"
          title="有邀请码？"
          detail="柜员、主任、商户由邀请码上岗"
          onPress={() => goTo('accept')}
        />
      </Card>
      <View className={styles.end} />
    </Frame>
  );
});

function nameOf({ home, isStranger }: HomeStore): string {
  if (isStranger) return '您好';
  return home?.person?.name ?? '';
}
