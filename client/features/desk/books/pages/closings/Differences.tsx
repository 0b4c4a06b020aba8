import { View } from '@tarojs/components';
import type { Difference } from '../../../../../../types/closing';
import { QuietButton } from '../../../../../components/QuietButton';
import { spoken } from '../../../../../components/spoken';
import { differenceWords } from '../../differenceWords';
import styles from './Differences.module.scss';

interface DifferencesProps {
  differences: readonly Difference[];
  onAudit?: () => void;
}

/** What does not fit in a day's books, document by document, and what is to be done about it. */
export function Differences({ differences, onAudit }: DifferencesProps) {
  return (
    <View className={styles.alarm} {...spoken('alert')}>
      {differences.map((difference) => {
        const { title, detail, line } = differenceWords(difference);
        return (
          <View
            key={`${difference.document} ${difference.lineId ?? ''} ${title}`}
            className={styles.difference}
          >
            <View className={styles.title}>{title}</View>
            <View className={styles.detail}>{detail}</View>
            {line && <View className={styles.line}>{line}</View>}
          </View>
        );
      })}
      <View className={styles.next}>
        {onAudit
          ? '不要改动任何数据。先运行查账，看清是哪一笔，再同储蓄所核对原始记录。'
          : '不要改动任何数据。记下这一天，马上联系街道办，请他们运行查账。'}
      </View>
      {onAudit && (
        <QuietButton look="text" onPress={onAudit}>
          去查账
        </QuietButton>
      )}
    </View>
  );
}
