import { makeAutoObservable } from 'mobx';
import { ActPages } from '../../../books/actPages';
import type { CallCloud } from '../../../cloud/callCloud';

/** 操作记录: every act at a branch, newest first. */
export class TrailStore {
  branchId: string | null = null;
  readonly pages: ActPages;

  constructor(call: CallCloud) {
    this.pages = new ActPages((before) => call('desk', 'trail', { branchId: this.branchId!, ...before }));
    makeAutoObservable(this, { pages: false });
  }

  async load(branchId: string): Promise<void> {
    if (branchId !== this.branchId) this.pages.clear();
    this.branchId = branchId;
    await this.pages.load();
  }
}
