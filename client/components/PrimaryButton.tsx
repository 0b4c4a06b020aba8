import { Button } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from './classes';
import { spoken } from './spoken';
import styles from './PrimaryButton.module.scss';

interface PrimaryButtonProps {
  children: ReactNode;
  onPress: () => void;
  /** Sent and not yet answered: says so and takes no second press. */
  isBusy?: boolean;
  isDisabled?: boolean;
  /** `light` is for coloured ground. */
  tone?: 'vermilion' | 'light';
}

/** The one thing to do on a screen. There is at most one, in the ThumbBar or a sheet. */
export function PrimaryButton({
  children,
  onPress,
  isBusy,
  isDisabled,
  tone = 'vermilion',
}: PrimaryButtonProps) {
  const isOff = Boolean(isBusy || isDisabled);
  return (
    <Button
      {...spoken('button')}
      className={classes(styles.button, styles[tone], isDisabled && styles.disabled, isBusy && styles.busy)}
      hoverClass={isOff ? 'none' : styles.pressed}
      // A browser's button takes `disabled="false"` for disabled.
      disabled={isOff || undefined}
      onClick={() => !isOff && onPress()}
    >
      {isBusy ? '请稍候…' : children}
    </Button>
  );
}
