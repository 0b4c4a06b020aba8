/** The promises that an auditor can see broken in the documents; P7 shows as a line without a record. */
export type AuditedPromise = 'P1' | 'P2' | 'P3' | 'P4' | 'P5' | 'P6';

/** A document that does not fit, and how. */
export interface Finding {
  promise: AuditedPromise;
  /** `collection id`, and the line's id where it is about one. */
  document: string;
  what: string;
}
