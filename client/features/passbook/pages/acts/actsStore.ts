import { makeAutoObservable } from 'mobx';
import { ActPages } from '../../../../books/actPages';
import type { CallCloud } from '../../../../cloud/callCloud';

/** 存折操作记录: all that staff did about one's own passbook, newest first. */
export class ActsStore {
  passbookId: string | null = null;
  readonly pages: ActPages;

  constructor(call: CallCloud) {
    this.pages = new ActPages((before) =>
      call('passbook', 'acts', { passbookId: this.passbookId!, ...before }),
    );
    makeAutoObservable(this, { pages: false });
  }

  async load(passbookId: string): Promise<void> {
    if (passbookId !== this.passbookId) this.pages.clear();
    this.passbookId = passbookId;
    await this.pages.load();
  }
}
