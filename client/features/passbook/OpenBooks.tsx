import { Card } from '../../components/Card';
import { ListRow } from '../../components/ListRow';
import { goTo } from '../../goTo';

/** On the inside of the cover: how anybody can look into the books, and into what was done to this one. */
export function OpenBooks() {
  return (
    <Card>
      <ListRow
        icon="clock"
        title="存折操作记录"
        detail="谁在什么时候动过这本存折"
        onPress={() => goTo('acts')}
      />
      <ListRow
        icon="list"
        title="账目公告"
        detail="储蓄所每天的账，人人能看"
        onPress={() => goTo('closings')}
      />
    </Card>
  );
}
