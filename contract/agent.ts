/** What the `User-Agent` of the harness begins with. */
export const harnessProduct = 'dcm-harness';

/**
 * `User-Agent` of what one harness sends to DCM, so that it is not taken for the bank. `mark` is its secret: a bank that
 * calls itself the harness, by mistake or not, is looked at all the same.
 */
export const harnessAgent = (mark: string): string => `${harnessProduct}/${mark}`;
