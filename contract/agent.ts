/** What the `User-Agent` of the harness begins with. */
export const harnessProduct = 'dcm-harness';

/**
 * `User-Agent` of what one harness sends to DCM, so that the harness is not mistaken for the bank. `mark` is its
 * secret: a bank that calls itself the harness, by mistake or not, is judged all the same.
 */
export const harnessAgent = (mark: string): string => `${harnessProduct}/${mark}`;
