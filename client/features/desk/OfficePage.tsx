import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '../../components/classes';
import { Banner } from '../../components/Banner';
import { ErrorState } from '../../components/ErrorState';
import { Skeleton } from '../../components/Skeleton';
import { ThumbBar } from '../../components/ThumbBar';
import { Frame } from '../../frame/Frame';
import { wordsFor } from '../../words';
import styles from './OfficePage.module.scss';

interface OfficePageProps {
  children: ReactNode;
  /** How wide it is on a PC: records stand in tables, a form stays narrow enough to read. */
  look: 'records' | 'form';
  /** What the page is about is not known yet. */
  isLoading?: boolean;
  /** What went wrong with finding out. */
  error?: unknown;
  onRetry?: () => void;
  /** The screen's one button, and what may also be done. */
  thumb?: ReactNode;
  /** How many fields of a form have something wrong, and why the bank refused it: told where the button is. */
  wrong?: number;
  failure?: unknown;
}

/** What the office pages share: a column on a PC's window, and what stands there until the bank answered. */
export function OfficePage({
  children,
  look,
  isLoading = false,
  error = null,
  onRetry,
  thumb,
  wrong = 0,
  failure = null,
}: OfficePageProps) {
  return (
    <Frame isWide>
      <View className={classes(styles.column, styles[look])}>
        {error !== null && <ErrorState words={wordsFor(error)} onRetry={onRetry} />}
        {isLoading && error === null && <Skeleton shape="card" />}
        {!isLoading && children}
      </View>
      {thumb && (
        <ThumbBar>
          {(wrong > 0 || failure !== null) && (
            <View className={styles.trouble}>
              {wrong > 0 && <Banner tone="refused">{`还有 ${wrong} 处没填好，请看红字。`}</Banner>}
              {failure !== null && <ErrorState words={wordsFor(failure)} />}
            </View>
          )}
          {thumb}
        </ThumbBar>
      )}
    </Frame>
  );
}
