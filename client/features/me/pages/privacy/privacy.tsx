import { View } from '@tarojs/components';
import { Card } from '../../../../components/Card';
import { Frame } from '../../../../frame/Frame';
import { privacyNotice } from '../../../../privacyNotice';
import styles from './privacy.module.scss';

/** 隐私说明: what the bank keeps about a person, and what it does with it. */
export default function PrivacyPage() {
  return (
    <Frame>
      <Card title="银行怎么对待您的信息">
        {privacyNotice.paragraphs.map((paragraph) => (
          <View key={paragraph} className={styles.paragraph}>
            {paragraph}
          </View>
        ))}
        <View className={styles.version}>{privacyNotice.version} 版</View>
      </Card>
    </Frame>
  );
}
