import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { PrimaryButton } from './PrimaryButton';
import { QuietButton } from './QuietButton';
import { spoken } from './spoken';
import styles from './ConfirmSheet.module.scss';

interface ConfirmSheetProps {
  isOpen: boolean;
  /** The question, whole: 用 5 分兑换口罩 4 包？ */
  title: string;
  children?: ReactNode;
  /** The deed, not 确定: 兑换, 撤销, 冻结. Without it the sheet only tells something. */
  confirmWords?: string;
  cancelWords?: string;
  onConfirm?: () => void;
  onCancel: () => void;
  isBusy?: boolean;
  isDisabled?: boolean;
}

/** Comes up from below to ask before something is done, or to show more about what was pressed. */
export function ConfirmSheet(props: ConfirmSheetProps) {
  const {
    isOpen,
    title,
    children,
    confirmWords,
    cancelWords = '返回',
    onConfirm,
    onCancel,
    isBusy,
    isDisabled,
  } = props;
  if (!isOpen) return null;
  return (
    <View className={styles.layer}>
      <View className={styles.shade} catchMove onClick={() => !isBusy && onCancel()} aria-hidden="true" />
      <View className={styles.sheet} aria-modal="true" {...spoken('dialog', title)}>
        <View className={styles.title}>{title}</View>
        <View className={styles.body}>{children}</View>
        <View className={styles.buttons}>
          {confirmWords && onConfirm && (
            <PrimaryButton onPress={onConfirm} isBusy={isBusy} isDisabled={isDisabled}>
              {confirmWords}
            </PrimaryButton>
          )}
          <QuietButton onPress={onCancel} isDisabled={isBusy}>
            {cancelWords}
          </QuietButton>
        </View>
      </View>
    </View>
  );
}
