import { makeAutoObservable, runInAction } from 'mobx';
import type { Home } from '../../../types/routes';
import type { CallCloud } from '../../cloud/callCloud';

/** What the holder sees first: the cover, the running page and what comes next. */
export class PassbookStore {
  home: Home | null = null;
  error: unknown = null;
  isLoading = false;

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  /** Fetches the home screen in one call; what was shown stays until the answer is there. */
  async load(): Promise<void> {
    if (this.isLoading) return;
    this.isLoading = true;
    try {
      const home = await this.call('passbook', 'home', {});
      runInAction(() => {
        this.home = home;
        this.error = null;
      });
    } catch (error) {
      runInAction(() => (this.error = error));
    } finally {
      runInAction(() => (this.isLoading = false));
    }
  }
}
