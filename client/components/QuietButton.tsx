import { Button } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from './classes';
import { spoken } from './spoken';
import styles from './QuietButton.module.scss';

interface QuietButtonProps {
  children: ReactNode;
  onPress: () => void;
  isDisabled?: boolean;
  /** `outline` stands alone, `text` stands in a sentence's place, `onColour` on a filled screen. */
  look?: 'outline' | 'text' | 'onColour';
}

/** What may also be done. */
export function QuietButton({ children, onPress, isDisabled = false, look = 'outline' }: QuietButtonProps) {
  return (
    <Button
      {...spoken('button')}
      className={classes(styles.button, styles[look], isDisabled && styles.disabled)}
      hoverClass={isDisabled ? 'none' : styles.pressed}
      // A browser's button takes `disabled="false"` for disabled.
      disabled={isDisabled || undefined}
      onClick={() => !isDisabled && onPress()}
    >
      {children}
    </Button>
  );
}
