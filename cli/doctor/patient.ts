import type { BankConfig } from '../../contract/bank-config/index.js';
import type { BankUrls } from '../../contract/bank-service.js';
import type { Transport } from '../../contract/wire/transport.js';
import type { DoctorLine } from './line.js';
import type { DoctorTexts } from './texts/index.js';

/** What the doctor checks. */
export interface Patient {
  /** Selected steps, and whether anything else narrows the run; the whole plan by default. */
  readonly selected?: { readonly steps: readonly number[]; readonly narrowed: boolean };
  readonly texts: DoctorTexts;
  readonly file: string;
  readonly config: BankConfig;
  readonly urls: BankUrls;
  readonly send: Transport;
  /** Milliseconds since 1970. */
  now(): number;
  /** Asks the bank to call DCM, and checks the journal. */
  pinged(): Promise<DoctorLine>;
  /** Calls the bank about a key keeper with a valid token. */
  tokenAccepted(): Promise<DoctorLine>;
}
