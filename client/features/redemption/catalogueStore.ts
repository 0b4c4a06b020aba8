import { makeAutoObservable, runInAction } from 'mobx';
import type { Points } from '../../../types/points';
import type { RewardCard } from '../../../types/routes';
import type { CallCloud } from '../../cloud/callCloud';

export type RewardKind = RewardCard['kind'];

/** What a branch's points buy. */
export class CatalogueStore {
  rewards: RewardCard[] | null = null;
  /** null shows both. */
  kind: RewardKind | null = null;
  error: unknown = null;
  private branchId = '';

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  /** The kinds that there is anything of. */
  get kinds(): RewardKind[] {
    return (['goods', 'service'] as const).filter((kind) =>
      this.rewards?.some((reward) => reward.kind === kind),
    );
  }

  find(rewardId: string): RewardCard | null {
    return this.rewards?.find((reward) => reward.rewardId === rewardId) ?? null;
  }

  /** What can be had now first, then what is nearest to being affordable, and last what has run out. */
  sorted(available: Points | null): RewardCard[] {
    const rank = (reward: RewardCard) =>
      reward.onHand === 0 ? 2 : missingFor(reward, available) > 0 ? 1 : 0;
    return (this.rewards ?? [])
      .filter((reward) => !this.kind || reward.kind === this.kind)
      .sort((one, other) => rank(one) - rank(other) || one.points - other.points);
  }

  choose(kind: RewardKind | null): void {
    this.kind = kind;
  }

  async load(branchId: string): Promise<void> {
    if (branchId !== this.branchId) this.rewards = null;
    this.branchId = branchId;
    try {
      const { rewards } = await this.call('redemption', 'catalogue', { branchId });
      runInAction(() => {
        this.rewards = rewards;
        this.error = null;
        if (this.kind && !this.kinds.includes(this.kind)) this.kind = null;
      });
    } catch (error) {
      runInAction(() => (this.error = error));
    }
  }
}

/** How many points are still missing for one lot; nobody without a passbook is told that. */
export function missingFor({ points }: RewardCard, available: Points | null): Points {
  return available === null ? 0 : Math.max(0, points - available);
}
