import { View } from '@tarojs/components';
import { colours } from './colours';
import { Icon } from './Icon';
import { QuietButton } from './QuietButton';
import { spoken } from './spoken';
import styles from './ErrorState.module.scss';

interface ErrorStateProps {
  /** What happened and what to do next: `wordsFor(error)` of client/words.ts. */
  words: { happened: string; next: string };
  onRetry?: () => void;
  retryWords?: string;
}

/** Something went wrong. It stays until it is read, and says the next step. */
export function ErrorState({ words, onRetry, retryWords = '再试一次' }: ErrorStateProps) {
  return (
    <View className={styles.error} {...spoken('alert')}>
      <View className={styles.happened}>
        <Icon name="warning" colour={colours.vermilion} />
        <View>{words.happened}</View>
      </View>
      <View className={styles.next}>{words.next}</View>
      {onRetry && <QuietButton onPress={onRetry}>{retryWords}</QuietButton>}
    </View>
  );
}
