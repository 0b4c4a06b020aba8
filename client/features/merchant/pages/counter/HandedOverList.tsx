import { View } from '@tarojs/components';
import { shanghai } from '../../../../../types/day';
import { formatPoints } from '../../../../../types/points';
import { Card } from '../../../../components/Card';
import { ListRow } from '../../../../components/ListRow';
import { Pill } from '../../../../components/Pill';
import { QuietButton } from '../../../../components/QuietButton';
import { goodsWords } from '../../counterFace';
import type { HandedOver } from '../../counterStore';
import styles from './counter.module.scss';

interface HandedOverListProps {
  recent: readonly HandedOver[];
  canUndo: (handed: HandedOver) => boolean;
  onUndo: (handed: HandedOver) => void;
}

/** What was handed over since the counter was opened here, newest first. */
export function HandedOverList({ recent, canUndo, onUndo }: HandedOverListProps) {
  return (
    <Card title="刚才核销的">
      {recent.length === 0 && (
        <View className={styles.none}>还没有。核销过的会列在这里，15 分钟内可以撤销。</View>
      )}
      {recent.map((handed) => {
        const { what, at, isUndone } = handed;
        return (
          <ListRow
            key={what.orderId}
            title={goodsWords(what)}
            detail={`${shanghai(at).format('HH:mm')}　${what.name}　${formatPoints(what.points)} 分`}
            trailing={
              <View className={styles.standing}>
                <Pill tone={isUndone ? 'plain' : 'good'}>{isUndone ? '已撤销' : '已交付'}</Pill>
                {canUndo(handed) && (
                  <QuietButton look="text" onPress={() => onUndo(handed)}>
                    撤销
                  </QuietButton>
                )}
              </View>
            }
          />
        );
      })}
    </Card>
  );
}
