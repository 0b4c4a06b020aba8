import { View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import type { TaroElement } from '@tarojs/runtime';
import { keepScannerIn } from '../platform/scannerKeys';
import { colours } from './colours';
import { Icon } from './Icon';
import { TextField } from './TextField';
import styles from './ScanField.module.scss';

interface ScanFieldProps {
  label: string;
  hint?: string;
  error?: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  /** Enter, which a scanner types after the code. */
  onScan: (code: string) => void;
}

/** Where a USB scanner types, or a person pastes. In a browser it has the focus whenever nothing else needs it. */
export function ScanField({ label, hint, error, placeholder, value, onChange, onScan }: ScanFieldProps) {
  const box = useRef<TaroElement | null>(null);
  useEffect(() => keepScannerIn(() => box.current), []);

  return (
    <View className={styles.scan}>
      <View className={styles.mark}>
        <Icon name="scan" colour={colours.vermilion} stroke={1.6} />
      </View>
      <View className={styles.field} ref={box}>
        <TextField
          label={label}
          hint={hint}
          error={error}
          placeholder={placeholder}
          value={value}
          maxLength={200}
          onChange={onChange}
          confirmWord="done"
          onConfirm={onScan}
        />
      </View>
    </View>
  );
}
