import { makeAutoObservable, observable, runInAction } from 'mobx';
import type { PrintedPage } from '../../../../../types/routes';
import type { CallCloud } from '../../../../cloud/callCloud';

/** Pages fetched in one call. */
const BATCH = 5;

/** The turned pages of one passbook. They never change, so each is fetched once. */
export class LinesStore {
  private passbookId = '';
  private readonly turned = observable.map<number, PrintedPage>({}, { deep: false });
  /** The page that is open. */
  pageNo = 1;
  error: unknown = null;
  private loading: Promise<void> | null = null;

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call' | 'turned' | 'loading'>(this, {
      call: false,
      turned: false,
      loading: false,
    });
  }

  /** The page that is open; null while it is being fetched. */
  get page(): PrintedPage | null {
    return this.pageAt(this.pageNo);
  }

  /** One of the pages, if it was fetched. */
  pageAt(pageNo: number): PrintedPage | null {
    return this.turned.get(pageNo) ?? null;
  }

  /** Opens a passbook at one of its turned pages. */
  async open(passbookId: string, pageNo: number): Promise<void> {
    if (passbookId !== this.passbookId) {
      this.passbookId = passbookId;
      this.turned.clear();
    }
    await this.turnTo(pageNo);
  }

  async turnTo(pageNo: number): Promise<void> {
    this.pageNo = pageNo;
    this.error = null;
    await this.fetch(pageNo);
    // The page under the one shown is there before the hand reaches for it.
    if (this.error === null && pageNo > 1) await this.fetch(pageNo - 1);
  }

  private async fetch(pageNo: number): Promise<void> {
    // What is under way may bring this page too.
    await this.loading;
    if (this.turned.has(pageNo)) return;
    this.loading = this.fetchBatch(pageNo);
    await this.loading;
  }

  private async fetchBatch(newest: number): Promise<void> {
    const { passbookId } = this;
    try {
      const input = { passbookId, before: newest + 1, limit: BATCH };
      const { pages } = await this.call('passbook', 'pages', input);
      runInAction(() => {
        if (passbookId === this.passbookId) pages.forEach((page) => this.turned.set(page.no, page));
      });
    } catch (error) {
      runInAction(() => (this.error = error));
    }
  }
}
