import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Role } from '../../../../../types/entities';
import { colours } from '../../../../components/colours';
import { Icon } from '../../../../components/Icon';
import { spoken } from '../../../../components/spoken';
import { entriesFor } from '../../deskEntries';
import styles from './DeskEntries.module.scss';

/** What the desk leads to: tiles on a phone, a list in the rail of a PC. */
export function DeskEntries({ roles, branchId }: { roles: readonly Role[]; branchId: string | null }) {
  const place = branchId ? `?branchId=${branchId}` : '';
  return (
    <View className={styles.entries}>
      {entriesFor(roles).map(({ words, icon, page }) => (
        <View
          key={page}
          className={styles.entry}
          hoverClass={styles.pressed}
          onClick={() => void Taro.navigateTo({ url: `${page}${place}` })}
          {...spoken('button', words)}
        >
          <View className={styles.icon}>
            <Icon name={icon} colour={colours.vermilion} stroke={1.8} />
          </View>
          <View>{words}</View>
        </View>
      ))}
    </View>
  );
}
