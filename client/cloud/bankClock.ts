import type { Instant } from '../../types/day';
import { storage } from '../platform/storage';

const KEY = 'bank.clock';

/** A reading older than this no longer holds against a newer, coarser one: phones' clocks drift. */
const READING_HOLDS_MS = 30 * 60_000;

interface Reading {
  /** The bank's clock minus the phone's. */
  offset: number;
  /** The offset is right to within this. */
  error: number;
  /** When it was taken, by the phone's clock. */
  at: number;
}

/** The bank's time on a phone whose own clock may be wrong, with or without a network. */
export class BankClock {
  private reading: Reading | null = storage.get<Reading>(KEY);

  /** Now, as the bank's clock shows it. */
  now(): Instant {
    return Date.now() + (this.reading?.offset ?? 0);
  }

  /** Whether the bank's time was ever heard on this device. */
  get isSet(): boolean {
    return this.reading !== null;
  }

  /**
   * Takes an answer's time into account. It was true at some moment between sending and receiving, so a
   * quick answer says more than a slow one; a slow one that contradicts nothing changes nothing.
   */
  hear(bankNow: Instant, sentAt: number, receivedAt: number): void {
    const error = Math.max(0, receivedAt - sentAt) / 2;
    const offset = bankNow - (sentAt + error);
    const kept = this.reading;
    const agrees = kept && Math.abs(kept.offset - offset) <= kept.error + error;
    const isFresh = kept && Math.abs(receivedAt - kept.at) < READING_HOLDS_MS;
    if (agrees && isFresh && kept.error <= error) return;
    this.reading = { offset, error, at: receivedAt };
    storage.set(KEY, this.reading);
  }
}
