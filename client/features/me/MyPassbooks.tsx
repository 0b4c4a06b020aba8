import { observer } from 'mobx-react-lite';
import { Card } from '../../components/Card';
import { ListRow } from '../../components/ListRow';
import { Pill } from '../../components/Pill';
import { goTo, showTab } from '../../goTo';
import type { HomeStore } from '../../holder/homeStore';
import { kindNames } from '../../names';

/** The passbooks that the person holds or speaks for; a press opens one. */
export const MyPassbooks = observer(function MyPassbooks({ home }: { home: HomeStore }) {
  const openId = home.current?.cover.id;
  const open = (passbookId: string) => {
    void home.show(passbookId);
    showTab('passbook');
  };
  return (
    <Card title="我的存折">
      {home.passbooks.map(({ id, kind }) => (
        <ListRow
          key={id}
          icon="passbook"
          title={kindNames[kind]}
          detail={id}
          trailing={id === openId && home.passbooks.length > 1 ? <Pill tone="good">正在看</Pill> : undefined}
          onPress={() => open(id)}
        />
      ))}
      {home.passbooks.length === 0 && (
        <ListRow
          icon="passbook"
          title="开户建折"
          detail="还没有存折，只要一分钟"
          onPress={() => goTo('open')}
        />
      )}
    </Card>
  );
});
