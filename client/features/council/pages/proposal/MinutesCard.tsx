import { View } from '@tarojs/components';
import type { MinutesRow, ProposalPage } from '../../../../../types/routes';
import { Card } from '../../../../components/Card';
import { Pill } from '../../../../components/Pill';
import { momentWords } from '../../councilWords';
import { isCountable } from '../../nextStep';
import { MinutesText } from './MinutesText';
import styles from './MinutesText.module.scss';

/** 会议记录: what was entered of meetings, by whom, and who confirmed it. */
export function MinutesCard({ page }: { page: ProposalPage }) {
  if (page.minutes.length === 0) return null;
  return (
    <Card title="会议记录">
      {page.minutes.map((minutes) => (
        <View key={minutes.id} className={styles.minutes}>
          <State minutes={minutes} page={page} />
          <MinutesText minutes={minutes} seats={page.votes} />
          <View className={styles.note}>
            {`${minutes.enteredBy} ${momentWords(minutes.enteredAt)}录入`}
            {minutes.confirmedBy ? `，${minutes.confirmedBy}核对确认` : ''}
          </View>
        </View>
      ))}
    </Card>
  );
}

function State({ minutes, page }: { minutes: MinutesRow; page: ProposalPage }) {
  if (minutes.state === 'confirmed') return <Pill tone="good">已核对，票已计入</Pill>;
  if (isCountable(minutes, page)) return <Pill tone="waiting">等一位委员核对</Pill>;
  return <Pill tone="plain">没有计入</Pill>;
}
