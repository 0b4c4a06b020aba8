import { View } from '@tarojs/components';
import { useState } from 'react';
import { privacyNotice } from '../privacyNotice';
import { CheckBox } from './CheckBox';
import { colours } from './colours';
import { ConfirmSheet } from './ConfirmSheet';
import { Icon } from './Icon';
import { QuietButton } from './QuietButton';
import { spoken } from './spoken';
import styles from './Consent.module.scss';

interface ConsentProps {
  isGiven: boolean;
  onChange: (isGiven: boolean) => void;
  error?: string;
}

/** Asks for consent to the privacy notice, where a name or phone number is about to be kept. Never given beforehand. */
export function Consent({ isGiven, onChange, error }: ConsentProps) {
  const [isReading, setIsReading] = useState(false);
  return (
    <View className={styles.consent}>
      <CheckBox label="我已阅读并同意《隐私说明》" isChecked={isGiven} onChange={onChange} />
      {error && (
        <View className={styles.error} {...spoken('alert')}>
          <Icon name="warning" colour={colours.vermilion} />
          <View>{error}</View>
        </View>
      )}
      <QuietButton look="text" onPress={() => setIsReading(true)}>
        看《隐私说明》
      </QuietButton>
      <ConfirmSheet
        isOpen={isReading}
        title="隐私说明"
        cancelWords="看完了"
        onCancel={() => setIsReading(false)}
      >
        {privacyNotice.paragraphs.map((paragraph) => (
          <View key={paragraph} className={styles.paragraph}>
            {paragraph}
          </View>
        ))}
      </ConfirmSheet>
    </View>
  );
}
