import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { Banner } from '../../../../../components/Banner';
import { Card } from '../../../../../components/Card';
import { Stamp } from '../../../../../components/Stamp';
import type { AuditStore } from '../../auditStore';
import { findingDocument, promiseWords } from '../../findingWords';
import styles from './audit.module.scss';

/** The stamp on books that fit; else what does not, promise by promise, with the documents to look at. */
export const AuditAnswer = observer(function AuditAnswer({ store }: { store: AuditStore }) {
  if (store.isInOrder)
    return (
      <View className={styles.inOrder}>
        <Stamp size="large" isFresh>
          账目相符
        </Stamp>
        <View>每一条承诺都对得上。</View>
      </View>
    );
  return (
    <>
      {store.broken.length > 0 && (
        <Banner tone="refused">
          不要改动任何数据。先留好这一页，请储蓄所找出原始记录核对，再请技术人员看。
        </Banner>
      )}
      {store.broken.map(({ promise, findings }) => (
        <Card key={promise} title={`“${promiseWords[promise].title}”没有做到`}>
          <View className={styles.broken}>{promiseWords[promise].broken}</View>
          {findings.map((finding, index) => (
            <View key={index} className={styles.finding}>
              <View>{findingDocument(finding)}</View>
              <View className={styles.note}>
                给技术人员：{promise} {finding.what}
              </View>
            </View>
          ))}
        </Card>
      ))}
    </>
  );
});
