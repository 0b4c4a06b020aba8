import { View } from '@tarojs/components';
import type { Instant } from '../../../../../types/day';
import type { ProposalPage } from '../../../../../types/routes';
import { Card } from '../../../../components/Card';
import { Pill } from '../../../../components/Pill';
import { standingOf } from '../../councilWords';
import { stagePlace } from '../../stages';
import { StageStrip } from '../../StageStrip';
import styles from './proposal.module.scss';

/** Where the proposal stands, and what it is called. */
export function Head({ page, asOf }: { page: ProposalPage; asOf: Instant }) {
  const { tone, word, sentence } = standingOf(page, asOf);
  return (
    <Card>
      <StageStrip {...stagePlace(page, page.review !== null, asOf)} />
      <View className={styles.title}>{`${page.title}（第 ${page.revision} 稿）`}</View>
      <View className={styles.state}>
        <Pill tone={tone}>{word}</Pill>
        <View className={styles.subtitle}>{sentence}</View>
      </View>
    </Card>
  );
}
