import { makeAutoObservable } from 'mobx';
import { fontScale } from '../platform/fontScale';
import { storage } from '../platform/storage';

/** Sizes of type that every layout holds at. */
export type TypeSize = 'standard' | 'large' | 'largest';

export const TYPE_SCALES: Record<TypeSize, number> = { standard: 1, large: 1.4, largest: 1.75 };

const KEY = 'bank.typeSize';

/** How large the reader wants the words: as chosen here, else as WeChat's own font setting says. */
export class TypeSetting {
  chosen: TypeSize | null;
  private followed: TypeSize = 'standard';

  constructor() {
    const kept = storage.get<TypeSize>(KEY);
    this.chosen = kept && kept in TYPE_SCALES ? kept : null;
    makeAutoObservable(this);
    this.follow();
  }

  get size(): TypeSize {
    return this.chosen ?? this.followed;
  }

  get scale(): number {
    return TYPE_SCALES[this.size];
  }

  get isLarge(): boolean {
    return this.size !== 'standard';
  }

  /** Reads WeChat's setting again; it can change while the app is in the background. */
  follow(): void {
    const scale = fontScale();
    this.followed = scale < 1.2 ? 'standard' : scale < 1.6 ? 'large' : 'largest';
  }

  /** null follows WeChat's setting again. */
  choose(size: TypeSize | null): void {
    this.chosen = size;
    if (size) storage.set(KEY, size);
    else storage.remove(KEY);
  }
}
