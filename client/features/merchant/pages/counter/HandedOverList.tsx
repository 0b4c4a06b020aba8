import { View } from '@tarojs/components';
import { shanghai } from '../../../../../types/day';
import { formatPoints } from '../../../../../types/points';
import { Card } from '../../../../components/Card';
import { ListRow } from '../../../../components/ListRow';
import { Pill } from '../../../../components/Pill';
import { goodsWords } from '../../counterFace';
import type { HandedOver } from '../../counterStore';
import styles from './counter.module.scss';

/** What was handed over since the counter was opened here, newest first. */
export function HandedOverList({ recent }: { recent: readonly HandedOver[] }) {
  return (
    <Card title="刚才核销的">
      {recent.length === 0 && <View className={styles.none}>还没有。核销过的会列在这里。</View>}
      {recent.map(({ what, at }) => (
        <ListRow
          key={what.orderId}
          title={goodsWords(what)}
          detail={`${shanghai(at).format('HH:mm')}　${what.name}　${formatPoints(what.points)} 分`}
          trailing={<Pill tone="good">已交付</Pill>}
        />
      ))}
    </Card>
  );
}
