import { EmptyState } from '../../../components/EmptyState';
import { Frame } from '../../../frame/Frame';

export default function ActivitiesTab() {
  return (
    <Frame>
      <EmptyState icon="calendar" title="这里还没有活动" detail="储蓄所发布活动后，就会排在这里。" />
    </Frame>
  );
}
