import { makeAutoObservable, runInAction } from 'mobx';
import type { PassbookKind } from '../../../types/entities';
import type { PassbookCover } from '../../../types/routes';
import type { CallCloud } from '../../cloud/callCloud';
import { isRefusal } from '../../cloud/CallError';
import { storage } from '../../platform/storage';

const KEY = 'bank.codeKeys';

/** What this phone draws a passbook's check-in codes from, and what it says over them without a network. */
export interface KeptKey {
  passbookId: string;
  epoch: number;
  /** hex */
  key: string;
  kind: PassbookKind;
  name: string;
  branchName: string;
}

type Owner = Pick<PassbookCover, 'id' | 'kind' | 'name' | 'branchName'>;

/** The keys of the person's check-in codes, kept on the phone so that the code works without a network. */
export class CodeKeyStore {
  kept: KeptKey[] = storage.get<KeptKey[]>(KEY) ?? [];
  error: unknown = null;

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  find(passbookId: string | null): KeptKey | null {
    return this.kept.find((kept) => kept.passbookId === passbookId) ?? null;
  }

  /** Asks for the key; a new epoch replaces the kept one. Without an answer the kept one still works. */
  async fetch({ id: passbookId, kind, name, branchName }: Owner): Promise<void> {
    try {
      const { epoch, key } = await this.call('passbook', 'codeKey', { passbookId });
      runInAction(() => {
        this.keep([...this.others(passbookId), { passbookId, epoch, key, kind, name, branchName }]);
        this.error = null;
      });
    } catch (error) {
      runInAction(() => {
        this.error = error;
        // No longer this person's to show.
        if (isRefusal(error, 'FORBIDDEN')) this.keep(this.others(passbookId));
      });
    }
  }

  /** Forgets the keys of passbooks that are not the person's: another one may use this device now. */
  keepOnly(passbookIds: string[]): void {
    if (this.kept.every((kept) => passbookIds.includes(kept.passbookId))) return;
    this.keep(this.kept.filter((kept) => passbookIds.includes(kept.passbookId)));
  }

  private others(passbookId: string): KeptKey[] {
    return this.kept.filter((kept) => kept.passbookId !== passbookId);
  }

  private keep(kept: KeptKey[]): void {
    this.kept = kept;
    storage.set(KEY, kept);
  }
}
