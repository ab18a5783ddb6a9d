import { type ErrorCode, errorCatalogue, errorMessage } from '../../contract/errors.js';

/** DCM says no: an entry of the error catalogue with its message filled in. Whatever was under way is undone. */
export class Refusal extends Error {
  override name = 'Refusal';
  constructor(
    readonly code: ErrorCode,
    data: Readonly<Record<string, unknown>> = {},
  ) {
    super(errorMessage(code, data));
  }

  get status(): number {
    return errorCatalogue[this.code].status;
  }
}
