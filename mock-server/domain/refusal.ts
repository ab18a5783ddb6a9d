import { type ErrorCode, errorCatalogue, errorMessage } from '../../contract/errors.js';
import { type CatalogCause, type Cause, codeOf, type Facts } from '../../contract/explanations/index.js';

/** Why something is refused: a cause, and what its texts are filled with. */
export interface Because {
  readonly cause: Cause;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Facts may be left out if the texts of the cause name none. */
type Given<Id extends Cause, More extends unknown[] = []> = keyof Facts<Id> extends never
  ? [facts?: Facts<Id>, ...more: More]
  : [facts: Facts<Id>, ...more: More];

export const because = <Id extends Cause>(cause: Id, ...[facts]: Given<Id>): Because => ({
  cause,
  facts: facts ?? {},
});

/**
 * A refusal by DCM: a cause of the catalog of explanations, and the entry of the error catalog to which it belongs,
 * with its message filled in. The transaction in progress is undone.
 */
export class Refusal<Id extends CatalogCause = CatalogCause> extends Error {
  override name = 'Refusal';
  readonly because: Because;
  readonly code: ErrorCode;
  /** What the finding says beyond the message, which keeps the words of the documentation. */
  readonly hint: string;

  constructor(cause: Id, ...[facts = {} as Facts<Id>, hint = '']: Given<Id, [hint?: string]>) {
    super(errorMessage(codeOf(cause), facts));
    this.because = { cause, facts };
    this.code = codeOf(cause);
    this.hint = hint;
  }

  get status(): number {
    return errorCatalogue[this.code].status;
  }
}
