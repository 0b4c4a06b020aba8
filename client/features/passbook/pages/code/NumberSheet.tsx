import { View } from '@tarojs/components';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { spoken } from '../../../../components/spoken';
import styles from './NumberSheet.module.scss';

interface NumberSheetProps {
  isOpen: boolean;
  number: string | null;
  name?: string;
  onClose: () => void;
}

/** The passbook's number as large as the screen takes it, to be read out or shown across a table. */
export function NumberSheet({ isOpen, number, name, onClose }: NumberSheetProps) {
  return (
    <ConfirmSheet isOpen={isOpen} title="把这个号报给工作人员" cancelWords="收起" onCancel={onClose}>
      {number ? (
        <View className={styles.number} {...spoken('img', `存折号 ${number}`)}>
          {number.split('-').map((part, index, parts) => (
            <View key={part} className={styles.part}>
              {index < parts.length - 1 ? `${part}-` : part}
            </View>
          ))}
        </View>
      ) : (
        <View>这台手机上还没有存折号。请告诉工作人员您的姓名，也能查到。</View>
      )}
      {name && <View className={styles.name}>户名：{name}</View>}
    </ConfirmSheet>
  );
}
