import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { ChoosePassbook } from '../../holder/ChoosePassbook';
import type { HomeStore } from '../../holder/homeStore';
import styles from './SwitchPassbook.module.scss';

/** Which passbook lies open, for who holds or speaks for several; nothing for all others. */
export const SwitchPassbook = observer(function SwitchPassbook({ store }: { store: HomeStore }) {
  if (store.passbooks.length < 2) return null;
  return (
    <View className={styles.switch}>
      <ChoosePassbook
        label="看哪一本存折"
        passbooks={store.passbooks}
        value={store.current?.cover.id ?? null}
        onChange={(passbookId) => void store.show(passbookId)}
      />
    </View>
  );
});
