export type InvocationErrorCode =
  | 'FUNCTION_NOT_FOUND'
  | 'FUNCTIONS_EXECUTE_FAIL'
  | 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
  | 'FUNCTIONS_KILLED'
  | 'EVENT_TOO_LARGE'
  | 'RESULT_TOO_LARGE';

/** An invocation that gave no answer of its own. */
export class InvocationError extends Error {
  constructor(
    readonly code: InvocationErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'InvocationError';
  }
}
