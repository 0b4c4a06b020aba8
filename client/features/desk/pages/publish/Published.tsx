import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { shanghai } from '../../../../../types/day';
import { Card } from '../../../../components/Card';
import { colours } from '../../../../components/colours';
import { Icon } from '../../../../components/Icon';
import { ListRow } from '../../../../components/ListRow';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { QuietButton } from '../../../../components/QuietButton';
import { ThumbBar } from '../../../../components/ThumbBar';
import { spanOfDay } from '../../../../dayWords';
import { Frame } from '../../../../frame/Frame';
import type { PublishedSession } from '../../publishStore';
import { type SessionDraft, spanOf } from '../../sessionDraft';
import styles from './publish.module.scss';

const openSession = (id: string) =>
  void Taro.redirectTo({ url: `/features/desk/pages/scan/scan?sessionId=${id}` });

/** The bank has it: residents can sign up, tellers can scan. */
export function Published({ title, sessions }: { title: string; sessions: PublishedSession[] }) {
  const first = sessions[0];
  // The form was left at its end.
  useEffect(() => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }), []);
  return (
    <Frame>
      <View className={styles.done}>
        <View className={styles.mark}>
          <Icon name="check" colour={colours.credited} stroke={2.6} />
        </View>
        <View className={styles.doneTitle}>发布成功</View>
        <View className={styles.doneDetail}>居民现在可以在“活动”里报名{title}。</View>
      </View>
      <Card title={sessions.length > 1 ? `一共 ${sessions.length} 场` : title}>
        {sessions.map(({ id, draft }) => (
          <ListRow
            key={id}
            title={whenWords(draft)}
            detail={`${draft.place} · 名额 ${draft.capacity} 人`}
            onPress={() => openSession(id)}
          />
        ))}
      </Card>
      <ThumbBar>
        {first && (
          <PrimaryButton onPress={() => openSession(first.id)}>
            {sessions.length > 1 ? '打开第一场' : '打开这一场'}
          </PrimaryButton>
        )}
        <QuietButton look="text" onPress={() => void Taro.navigateBack()}>
          回工作台
        </QuietButton>
      </ThumbBar>
    </Frame>
  );
}

/** `11月20日 14:00–16:00` */
function whenWords(draft: SessionDraft): string {
  const { startsAt, endsAt } = spanOf(draft);
  return `${shanghai(startsAt).format('M月D日')} ${spanOfDay(startsAt, endsAt)}`;
}
