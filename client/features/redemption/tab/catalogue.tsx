import { EmptyState } from '../../../components/EmptyState';
import { Frame } from '../../../frame/Frame';

export default function CatalogueTab() {
  return (
    <Frame>
      <EmptyState icon="gift" title="这里还没有兑换品" detail="储蓄所和商户上架后，就会排在这里。" />
    </Frame>
  );
}
