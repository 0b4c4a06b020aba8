import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Role } from '../../../../../types/entities';
import type { Output } from '../../../../../types/routes';
import { colours } from '../../../../components/colours';
import { Icon } from '../../../../components/Icon';
import { spoken } from '../../../../components/spoken';
import { entriesFor } from '../../deskEntries';
import styles from './DeskEntries.module.scss';

interface DeskEntriesProps {
  roles: readonly Role[];
  branchId: string | null;
  /** How much waits behind an entry. */
  waiting: Output<'desk', 'waiting'> | null;
}

/** What the desk leads to: tiles on a phone, a list in the rail of a PC. */
export function DeskEntries({ roles, branchId, waiting }: DeskEntriesProps) {
  const place = branchId ? `?branchId=${branchId}` : '';
  return (
    <View className={styles.entries}>
      {entriesFor(roles).map(({ words, icon, page, waiting: kind }) => (
        <View
          key={page}
          className={styles.entry}
          hoverClass={styles.pressed}
          onClick={() => void Taro.navigateTo({ url: `${page}${place}` })}
          {...spoken('button', [words, countWords(kind && waiting?.[kind])].filter(Boolean).join('，'))}
        >
          <View className={styles.icon}>
            <Icon name={icon} colour={colours.vermilion} stroke={1.8} />
          </View>
          <View>{words}</View>
          {kind && waiting && waiting[kind] > 0 && <View className={styles.count}>{waiting[kind]}</View>}
        </View>
      ))}
    </View>
  );
}

function countWords(count: number | undefined): string | null {
  return count ? `${count} 件等着办` : null;
}
