import { makeAutoObservable } from 'mobx';
import type { Home } from '../../../types/routes';
import { storage } from '../../platform/storage';

const KEY = 'bank.seenLines';

/** Which line came in since the passbook was last looked at on this device. */
export class FreshLineStore {
  lineId: string | null = null;
  private looked = '';

  constructor() {
    makeAutoObservable<this, 'looked'>(this, { looked: false });
  }

  /** The holder looks at the page: what is new on it is new this once. */
  look(current: Home['current']): void {
    if (!current) return;
    const { lines } = current.page;
    const passbookId = current.cover.id;
    const newest = lines[lines.length - 1]?.id ?? '';
    // Looking again, as the page is fetched anew, must not stop a line that is being printed.
    if (this.looked === `${passbookId} ${newest}`) return;
    this.looked = `${passbookId} ${newest}`;
    const seen = storage.get<Record<string, string>>(KEY) ?? {};
    const before = seen[passbookId];
    this.lineId = before === undefined || before === newest || newest === '' ? null : newest;
    storage.set(KEY, { ...seen, [passbookId]: newest });
  }
}
