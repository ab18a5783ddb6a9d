/** Media type of the attachments in which checks speak. */
export const checkMediaType = 'application/x.dcm-check+json';

/** What one check said, as it travels in cucumber's message stream. */
export interface CheckRecord {
  readonly rule: string;
  /** Name of the check. */
  readonly check: string;
  readonly ok: boolean;
  readonly expected: string;
  readonly actual: string;
  readonly curl: string;
  readonly exchange: string;
}
