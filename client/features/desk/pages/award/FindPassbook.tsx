import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { Card } from '../../../../components/Card';
import { ErrorState } from '../../../../components/ErrorState';
import { ListRow } from '../../../../components/ListRow';
import { QuietButton } from '../../../../components/QuietButton';
import { TextField } from '../../../../components/TextField';
import { kindNames } from '../../../../names';
import { wordsFor } from '../../../../words';
import type { AwardStore } from '../../awardStore';
import styles from './award.module.scss';

/** Whose award it is to be. */
export const FindPassbook = observer(function FindPassbook({
  store,
  branchId,
}: {
  store: AwardStore;
  branchId: string;
}) {
  const { finder } = store;
  const { found, searching } = finder;
  const find = () => void finder.find(branchId);
  return (
    <Card title="给谁">
      <TextField
        label="存折号、姓名或手机号"
        value={finder.search}
        onChange={(search) => finder.writeSearch(search)}
        maxLength={20}
        placeholder="如：0211-000155-3 或 周桂兰"
        confirmWord="search"
        onConfirm={find}
      />
      <QuietButton onPress={find} isDisabled={searching.isBusy}>
        {searching.isBusy ? '正在查…' : '查找'}
      </QuietButton>
      {searching.error !== null && <ErrorState words={wordsFor(searching.error)} onRetry={find} />}
      {found?.length === 0 && (
        <View className={styles.none}>
          没有找到“{finder.searched}”。姓名和手机号要填完整，也可以核对存折封面上的号码。
        </View>
      )}
      <View className={styles.found}>
        {found?.map((passbook) => (
          <ListRow
            key={passbook.id}
            title={passbook.name}
            detail={[passbook.id, kindNames[passbook.kind], passbook.phone].filter(Boolean).join(' · ')}
            onPress={() => store.choosePassbook(passbook)}
          />
        ))}
      </View>
    </Card>
  );
});
