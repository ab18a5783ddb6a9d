import type { Claims } from '../../contract/bank-service.js';
import type { Finding, Why } from '../../contract/control/journal.js';

/** An exchange before it is recorded, including its secrets. */
export interface Exchange {
  readonly seq: number;
  readonly at: string;
  readonly direction: 'in' | 'out';
  readonly operation: string;
  readonly counterparty_guid: string;
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody: unknown;
  /** The body on the wire, if available; used for the length and hash of a shortened body. */
  readonly requestText?: string | Uint8Array | undefined;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody: unknown;
  /** As `requestText`. */
  readonly responseText?: string | Uint8Array | undefined;
  readonly ms: number;
  readonly cause: number;
  /** The number of the exchange whose request is sent again. */
  readonly repeats?: number | undefined;
  /** Of a request to DCM. */
  readonly request_id?: string | undefined;
  readonly claims?: Claims;
  readonly reason: string;
  readonly error: string;
  readonly findings: readonly Finding[];
  /** Of a refusal; already without secrets. */
  readonly why?: Why | undefined;
}
