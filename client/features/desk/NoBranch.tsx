import Taro from '@tarojs/taro';
import { EmptyState } from '../../components/EmptyState';
import { QuietButton } from '../../components/QuietButton';

/** Where a branch's office should stand, for someone who works at none. */
export function NoBranch({ isStreet }: { isStreet: boolean }) {
  if (isStreet)
    return (
      <EmptyState icon="house" title="先选一个储蓄所" detail="从储蓄所列表点进去，就能看到它的情况。">
        <QuietButton onPress={() => void Taro.redirectTo({ url: '/features/desk/pages/branches/branches' })}>
          去选储蓄所
        </QuietButton>
      </EmptyState>
    );
  return (
    <EmptyState
      icon="person"
      title="这里是工作人员的页面"
      detail="请主任给您发一个邀请码，接受以后就能进来。"
    >
      <QuietButton onPress={() => void Taro.navigateTo({ url: '/features/desk/pages/accept/accept' })}>
        我有邀请码
      </QuietButton>
    </EmptyState>
  );
}
