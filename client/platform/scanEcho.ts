import type { Instant } from '../../types/day';

const ECHO_MS = 1500;

/** A scanner held over a code reads it again and again: tells such an echo from a second scan. */
export class ScanEcho {
  private last: { code: string; at: Instant } | null = null;

  /** Whether the same code was read less than 1.5 s before. Each reading counts from anew. */
  isEcho(code: string, now: Instant): boolean {
    const { last } = this;
    this.last = { code, at: now };
    return last?.code === code && Math.abs(now - last.at) < ECHO_MS;
  }
}
