/** The promises that an auditor can see broken in the documents; P7 shows as a line without a record. */
export type AuditedPromise = 'P1' | 'P2' | 'P3' | 'P4' | 'P5' | 'P6';

/** A document that does not fit, and how. */
export interface Finding {
  promise: AuditedPromise;
  /** `collection id`, and the line's id where it is about one. */
  document: string;
  what: string;
}

/** Gathers what does not fit, in the order in which it was looked at. */
export class Findings {
  readonly list: Finding[] = [];

  /** Notes a finding unless the condition holds. */
  check(holds: boolean, promise: AuditedPromise, document: string, what: string): void {
    if (!holds) this.list.push({ promise, document, what });
  }
}
