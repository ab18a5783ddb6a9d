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
  /** It did not hold, and may follow from something else that went wrong in the scenario. */
  readonly dependent?: boolean;
  /** Which kind of thing was seen. */
  readonly situation?: string;
}
