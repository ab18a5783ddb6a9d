import type { BankConfig } from '../../contract/bank-config/index.js';
import type { Transport } from '../../contract/wire/transport.js';
import type { BankUrls } from '../config/urls.js';
import type { DoctorLine } from './line.js';
import type { DoctorTexts } from './texts/index.js';

/** What the doctor looks at. */
export interface Patient {
  /** What the run is to walk: steps, and whether anything else narrows it; the whole plan when left out. */
  readonly selected?: { readonly steps: readonly number[]; readonly narrowed: boolean };
  readonly texts: DoctorTexts;
  readonly file: string;
  readonly config: BankConfig;
  readonly urls: BankUrls;
  readonly send: Transport;
  /** Milliseconds since 1970. */
  now(): number;
  /** Asks the bank to reach DCM, and looks into the journal. */
  pinged(): Promise<DoctorLine>;
  /** Asks the bank about a key keeper with a valid token. */
  tokenAccepted(): Promise<DoctorLine>;
}
