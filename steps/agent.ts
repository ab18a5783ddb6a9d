/** `User-Agent` of what the harness itself sends, so that it is not taken for the bank. */
export const harnessAgent = 'dcm-harness';

/** Headers of the harness's own requests to DCM. */
export const harnessHeaders = (): Readonly<Record<string, string>> => ({ 'user-agent': harnessAgent });
