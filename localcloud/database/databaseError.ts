/**
 * Codes as CloudBase's server sends them. wx-server-sdk turns the `DATABASE_*` ones it knows into
 * numbers (-502001, -502002, -502005) and every other code into -501001.
 */
export type DatabaseErrorCode =
  | 'DATABASE_REQUEST_FAILED'
  | 'DATABASE_DUPLICATE_WRITE'
  | 'DATABASE_INVALID_OPERRATOR' // sic: the platform's own spelling
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_TRANSACTION_CONFLICT'
  | 'DATABASE_TRANSACTION_FAIL'
  | 'INVALID_PARAM'
  // Ours alone: something the cloud may well know but this stand-in does not. Never answered in silence.
  | 'LOCALCLOUD_UNSUPPORTED';

/** A refusal by the database; `code` travels to the SDK as it is. */
export class DatabaseError extends Error {
  constructor(
    readonly code: DatabaseErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'DatabaseError';
  }
}
