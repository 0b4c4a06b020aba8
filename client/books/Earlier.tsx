import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { Progress } from '../cloud/progress';
import { ErrorState } from '../components/ErrorState';
import { QuietButton } from '../components/QuietButton';
import { wordsFor } from '../words';
import styles from './Earlier.module.scss';

interface EarlierProps {
  /** Whether there is more before what is shown. */
  isThere: boolean;
  progress: Progress;
  onPress: () => void;
}

/** At the end of a list that goes back in time: shows what came before. */
export const Earlier = observer(function Earlier({ isThere, progress, onPress }: EarlierProps) {
  if (!isThere) return null;
  return (
    <View className={styles.earlier}>
      {progress.error !== null && <ErrorState words={wordsFor(progress.error)} />}
      <QuietButton onPress={onPress} isDisabled={progress.isBusy}>
        {progress.isBusy ? '正在翻…' : '更早'}
      </QuietButton>
    </View>
  );
});
