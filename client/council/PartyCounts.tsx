import { View } from '@tarojs/components';
import type { Agreement } from '../../types/entities';
import { colours } from '../components/colours';
import { Icon } from '../components/Icon';
import { partyCounts } from './agreementWords';
import styles from './PartyCounts.module.scss';

/** What each party said to a card: 社区 2/2 同意. */
export function PartyCounts({ agreement }: { agreement: Agreement }) {
  return (
    <View className={styles.parties}>
      {partyCounts(agreement).map(({ party, name, words }) => (
        <View key={party} className={styles.party}>
          <Icon name="check" colour={colours.credited} stroke={3} />
          <View className={styles.name}>{name}</View>
          <View className={styles.count}>{words}</View>
        </View>
      ))}
    </View>
  );
}
