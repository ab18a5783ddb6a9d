/** Media type of the attachments in which checks speak. */
export const checkMediaType = 'application/x.dcm-check+json';

/** The result of one check, as attached to cucumber's message stream. */
export interface CheckRecord {
  readonly rule: string;
  /** Name of the check. */
  readonly check: string;
  readonly ok: boolean;
  readonly expected: string;
  readonly actual: string;
  readonly curl: string;
  readonly exchange: string;
  /** It failed, possibly because of something else that went wrong in the scenario. */
  readonly dependent?: boolean;
  /** The situation seen. */
  readonly situation?: string;
}
