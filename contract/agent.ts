/** `User-Agent` of what the harness itself sends, so that it is not taken for the bank. */
export const harnessAgent = 'dcm-harness';
