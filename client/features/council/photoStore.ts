import { makeAutoObservable, runInAction } from 'mobx';
import type { CallCloud } from '../../cloud/callCloud';
import { photoAddress } from '../../platform/photos';

/** Photos of meetings, fetched as they are shown; a photo never changes. */
export class PhotoStore {
  /** By id: its address for an Image, or null if it could not be had. */
  addresses: Record<string, string | null> = {};

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  async load(photoIds: readonly string[]): Promise<void> {
    for (const photoId of photoIds) {
      if (this.addresses[photoId]) continue;
      let address: string | null = null;
      try {
        address = photoAddress((await this.call('rates', 'photo', { photoId })).data);
      } catch {
        // The minutes can be read without it.
      }
      runInAction(() => (this.addresses[photoId] = address));
    }
  }
}
