import type { Role, RoleGrant } from '../../types/entities';
import { Card } from '../components/Card';
import { ListRow } from '../components/ListRow';
import { goTo } from '../goTo';
import { roleNames } from '../names';

const AT_THE_DESK: readonly Role[] = ['teller', 'manager', 'street'];

/** The ways to work for those who have a role; nothing for all others. */
export function MyWork({ roles }: { roles: readonly RoleGrant[] }) {
  const desk = roles.filter(({ role }) => AT_THE_DESK.includes(role));
  const isMerchant = roles.some(({ role }) => role === 'merchant');
  const seat = roles.find(({ role }) => role === 'councillor');
  if (desk.length === 0 && !isMerchant && !seat) return null;
  const names = [...new Set(desk.map(({ role }) => roleNames[role]))].join('、');
  return (
    <Card title="我的工作">
      {desk.length > 0 && <ListRow icon="house" title="工作台" detail={names} onPress={() => goTo('desk')} />}
      {seat && (
        <ListRow
          icon="list"
          title="议事厅"
          detail={roleNames.councillor}
          onPress={() => goTo('council', { branchId: seat.branchId ?? '' })}
        />
      )}
      {isMerchant && (
        <ListRow
          icon="scan"
          title="商户核销"
          detail="扫兑换码，发放兑换品"
          onPress={() => goTo('merchant')}
        />
      )}
    </Card>
  );
}
