import type { RewardKind } from './catalogueStore';

export const rewardKindNames: Record<RewardKind, string> = { goods: '实物', service: '服务' };
