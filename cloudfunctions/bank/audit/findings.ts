import type { AuditedPromise, Finding } from '../../../types/finding';

/** Gathers what does not fit, in the order in which it was looked at. */
export class Findings {
  readonly list: Finding[] = [];

  /** Notes a finding unless the condition holds. */
  check(holds: boolean, promise: AuditedPromise, document: string, what: string): void {
    if (!holds) this.list.push({ promise, document, what });
  }
}
