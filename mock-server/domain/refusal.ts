import { type ErrorCode, errorCatalogue, errorMessage } from '../../contract/errors.js';

/**
 * A refusal by DCM: an entry of the error catalog with its message filled in. The transaction in progress is undone.
 */
export class Refusal extends Error {
  override name = 'Refusal';
  constructor(
    readonly code: ErrorCode,
    data: Readonly<Record<string, unknown>> = {},
    /** What the finding says beyond the message, which keeps the words of the documentation. */
    readonly hint: string = '',
  ) {
    super(errorMessage(code, data));
  }

  get status(): number {
    return errorCatalogue[this.code].status;
  }
}
