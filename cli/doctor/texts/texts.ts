/** Every word of the doctor that is not a name or an address: another language is another one of these. */
export interface DoctorTexts {
  readonly notReady: string;
  readonly see: string;
  readonly onBankHost: (command: string) => string;
  readonly about: Readonly<Record<About, string>>;
  readonly config: (file: string) => string;
  readonly generated: (count: number) => string;
  readonly given: (count: number) => string;
  readonly tooFewGenerated: (count: number, needed: number) => string;
  /** `mayGenerate`: the driver can make secrets for logins that are made up. */
  readonly tooFewGiven: (count: number, needed: number, mayGenerate: boolean) => string;
  readonly insecure: string;
  readonly noDate: string;
  readonly clockAgrees: string;
  readonly clockOff: (seconds: number) => string;
  readonly clockBlocks: (seconds: number, leewayS: number) => string;
  readonly clockSee: string;
  readonly manual: string;
  readonly builtin: string;
  readonly noDriver: string;
  readonly answers: (member: string, url: string, status: number) => string;
  /** Nothing serves `POST /sign` at this URL. */
  readonly noSign: (url: string) => string;
  readonly unknownHost: (member: string, hostname: string) => string;
  readonly nobodyListens: (member: string, host: string) => string;
  readonly certificates: Readonly<Record<CertificateProblem, string>>;
  readonly certificate: (member: string, problem: string) => string;
  readonly tls: (member: string, reason: string) => string;
  readonly reached: (url: string) => string;
  /** `error`: what the bank says; undefined when it says that it is done. */
  readonly notReached: (url: string, error: string | undefined) => string;
  readonly noPing: string;
  readonly hookLog: string;
  readonly tokenAccepted: string;
  readonly tokenRefused: (answer: string, keeper: string) => string;
}

/** What was looked at. */
export type About =
  | 'config'
  | 'data'
  | 'url'
  | 'name'
  | 'certificate'
  | 'clock'
  | 'driver'
  | 'mock'
  | 'token';

export type CertificateProblem =
  | 'self-signed'
  | 'chain-self-signed'
  | 'authority-unknown'
  | 'expired'
  | 'not-yet-valid'
  | 'other-name';
