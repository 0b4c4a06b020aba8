import { View } from '@tarojs/components';
import type { Instant } from '../../../../../types/day';
import type { ProposalPage } from '../../../../../types/routes';
import { Card } from '../../../../components/Card';
import { classes } from '../../../../components/classes';
import { lifeOf } from '../../life';
import styles from './Life.module.scss';

/** 经过: everything that happened to the proposal, first to last, and what is to come. */
export function Life({ page, asOf }: { page: ProposalPage; asOf: Instant }) {
  return (
    <Card title="经过">
      <View>
        {lifeOf(page, asOf).map(({ when, what, isAhead }, index) => (
          <View key={index} className={classes(styles.event, isAhead && styles.ahead)}>
            <View>{what}</View>
            {when && <View className={styles.when}>{isAhead ? `${when}（还没到）` : when}</View>}
          </View>
        ))}
      </View>
    </Card>
  );
}
