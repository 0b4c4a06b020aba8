export type BankStartErrorCode =
  | 'PORT_BUSY'
  | 'PORT_FORBIDDEN'
  | 'DATA_FILE_UNREADABLE'
  | 'DATA_FILE_NOT_SQLITE'
  | 'DATA_FILE_CORRUPT'
  | 'DATA_FILE_FOREIGN'
  | 'DATA_FILE_READ_ONLY'
  | 'DATA_FILE_LOCKED'
  | 'DATA_FOLDER_NOT_WRITABLE'
  | 'DATA_BREAKS_UNIQUE_INDEX'
  | 'FUNCTIONS_MISSING'
  | 'BUILD_FAILED'
  | 'BUILD_FOLDER_NOT_WRITABLE'
  | 'BANK_NOT_EMPTY'
  | 'SECRETS_MISSING'
  | 'SECRETS_UNREADABLE'
  | 'BAD_OPTION';

/** Why the local cloud cannot start, as one sentence that whoever started it can act on. */
export class BankStartError extends Error {
  constructor(
    readonly code: BankStartErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'BankStartError';
  }
}
