import { makeAutoObservable, runInAction } from 'mobx';
import type { Output, RewardRow } from '../../../types/routes';
import type { CallCloud } from '../../cloud/callCloud';
import { hasErrors, textError } from '../../fieldErrors';
import { Progress } from '../../cloud/progress';
import { parseYuan } from './yuan';

const blank = { name: '', lot: '', cost: '', description: '' };

/** Takes a reward in: what it is, what one lot of it is, and who hands it over. */
export class NewRewardStore {
  fields = { ...blank };
  kind: RewardRow['kind'] | null = null;
  providerId: string | null = null;
  merchants: Output<'desk', 'merchants'>['merchants'] = [];
  isChecked = false;
  added: RewardRow | null = null;
  readonly loading = new Progress();
  readonly sending = new Progress();

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  /** Who could hand it over, besides the branch's own counter. */
  async load(branchId: string): Promise<void> {
    await this.loading.run(async () => {
      const { merchants } = await this.call('desk', 'merchants', { branchId });
      runInAction(() => (this.merchants = merchants));
    });
  }

  write(field: keyof typeof blank, value: string): void {
    this.fields[field] = value;
  }

  chooseKind(kind: RewardRow['kind']): void {
    this.kind = kind;
  }

  chooseProvider(providerId: string): void {
    this.providerId = providerId;
  }

  get errors() {
    const { name, lot, cost, description } = this.fields;
    return {
      name: textError(name, '请填名称，如“口罩”。', 20),
      kind: this.kind ? undefined : '请选择物品或服务。',
      lot: textError(lot, '请填一份是多少，如“4 包”。', 12),
      provider: this.providerId ? undefined : '请选择在哪里领。',
      cost: parseYuan(cost) === null ? '请填一份的成本，如 8 或 8.5；捐赠的填 0。' : undefined,
      description: description.trim().length > 200 ? '说明最多 200 个字。' : undefined,
    };
  }

  get shownErrors(): Partial<NewRewardStore['errors']> {
    return this.isChecked ? this.errors : {};
  }

  async add(branchId: string): Promise<void> {
    this.isChecked = true;
    const { kind, providerId } = this;
    const costCents = parseYuan(this.fields.cost);
    if (hasErrors(this.errors) || !kind || !providerId || costCents === null) return;
    const input = {
      ...{ branchId, kind, providerId, costCents },
      name: this.fields.name.trim(),
      lot: this.fields.lot.trim(),
      description: this.fields.description.trim(),
    };
    await this.sending.run(async () => {
      const added = await this.call('desk', 'addReward', input, { purpose: 'addReward' });
      runInAction(() => (this.added = added));
    });
  }
}
