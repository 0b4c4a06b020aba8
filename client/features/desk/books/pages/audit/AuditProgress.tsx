import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { Card } from '../../../../../components/Card';
import { Pill } from '../../../../../components/Pill';
import { spoken } from '../../../../../components/spoken';
import type { AuditStore } from '../../auditStore';
import { promiseWords } from '../../findingWords';
import styles from './audit.module.scss';

const titles: Record<AuditStore['state'], string> = {
  notBegun: '要查些什么',
  running: '正在查',
  stopped: '停在这里',
  done: '查完了',
};

/** How far it has come; before it is begun, what will be looked at. */
export const AuditProgress = observer(function AuditProgress({ store }: { store: AuditStore }) {
  const { state, passbooks, lines, findings } = store;
  return (
    <Card
      title={titles[state]}
      aside={
        findings.length > 0 && state !== 'notBegun' ? (
          <Pill tone="refused">{`${findings.length} 处不符`}</Pill>
        ) : undefined
      }
    >
      {state === 'notBegun' ? (
        <>
          <View className={styles.intro}>
            把这个储蓄所的每一本存折从第一笔起重算一遍，逐条对照银行的承诺。只看，不改。
          </View>
          {Object.values(promiseWords).map(({ title }) => (
            <View key={title} className={styles.promise}>
              {title}
            </View>
          ))}
        </>
      ) : (
        <View className={styles.counts} {...spoken('status')}>
          已查 {passbooks} 本存折、{lines} 笔
        </View>
      )}
    </Card>
  );
});
