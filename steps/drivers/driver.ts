import type { Act, ActAnswer, ActInput, DcmBlock } from '../../contract/driver.js';

/** A way to make the bank act. */
export interface Driver {
  /**
   * Orders one act and waits for its answer.
   * @throws {ActNotSupported} when the bank does not offer the act
   * @throws {DriverError} when the order itself did not get through
   */
  act<Name extends Act>(act: Name, dcm: DcmBlock, input: ActInput<Name>): Promise<ActAnswer>;
}

/** What needs this act cannot be verified. */
export class ActNotSupported extends Error {
  override name = 'ActNotSupported';
  constructor(act: string) {
    super(`the bank does not support the act ${act}; see docs/acts.md#${act}`);
  }
}

/** The order did not reach the bank, or its answer was unusable. */
export class DriverError extends Error {
  override name = 'DriverError';
}
