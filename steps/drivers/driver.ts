import type { Act, ActAnswer, ActInput, DcmBlock } from '../../contract/driver.js';

/** A way to make the bank act. */
export interface Driver {
  /**
   * Sends one act and waits for the response.
   * @throws {ActNotSupported} when the bank does not support the act
   * @throws {DriverError} when the act could not be sent, or the response was unusable
   */
  act<Name extends Act>(act: Name, dcm: DcmBlock, input: ActInput<Name>): Promise<ActAnswer>;
}

/** The bank does not support the act, or nobody asks it to act; whatever needs it cannot be verified. */
export class ActNotSupported extends Error {
  override name = 'ActNotSupported';
  constructor(
    act: string,
    /** bank.yaml names no driver. */
    readonly withoutDriver = false,
  ) {
    super(
      withoutDriver
        ? `bank.yaml names no driver, so the bank is not asked to act (${act}); see docs/verify-your-bank.md#drivers-making-the-bank-act`
        : `the bank does not support the act ${act}; see docs/acts.md#${act}`,
    );
  }
}

/** The act did not reach the bank, or its response was unusable. */
export class DriverError extends Error {
  override name = 'DriverError';
}
