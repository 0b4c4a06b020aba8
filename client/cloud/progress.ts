import { makeAutoObservable, runInAction } from 'mobx';

/** One thing asked of the bank: whether its answer is outstanding, and what went wrong the last time. */
export class Progress {
  isBusy = false;
  error: unknown = null;

  constructor() {
    makeAutoObservable(this);
  }

  /**
   * Does it, unless it is being done already. What went wrong stays until it is done again.
   * @returns whether it was done
   */
  async run(deed: () => Promise<void>): Promise<boolean> {
    if (this.isBusy) return false;
    this.isBusy = true;
    this.error = null;
    try {
      await deed();
      return true;
    } catch (error) {
      runInAction(() => (this.error = error));
      return false;
    } finally {
      runInAction(() => (this.isBusy = false));
    }
  }

  /** The person has read what went wrong, or does something else. */
  forget(): void {
    this.error = null;
  }
}
