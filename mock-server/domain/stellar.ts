/** What the domain needs of Stellar. Amounts in stroops (10^-7 of one identifier). */

export interface KeyPair {
  /** `G...` */
  readonly address: string;
  /** `S...`; never leaves the process unencrypted. */
  readonly seed: string;
}

export interface TransferOrder {
  /** Address of the sending entity, source of the transaction. */
  readonly source: string;
  /** The sequence number that this transaction uses. */
  readonly sequence: bigint;
  readonly destination: string;
  readonly assetCode: string;
  readonly assetIssuer: string;
  readonly amount: bigint;
  readonly paymentGuid: string;
}

export interface Envelope {
  /** base64 TransactionEnvelope */
  readonly xdr: string;
  /** hex of the transaction hash for the configured passphrase */
  readonly hash: string;
}

/** What an envelope of a transfer says. */
export interface EnvelopeContent {
  readonly source: string;
  readonly fee: bigint;
  readonly sequence: bigint;
  readonly hash: string;
  readonly payment:
    | { destination: string; assetCode: string; assetIssuer: string; amount: bigint }
    | undefined;
  readonly paymentGuid: string | undefined;
  readonly operations: number;
  /** base64, in the order of the envelope */
  readonly signatures: readonly string[];
}

/** An envelope for people. */
export interface EnvelopeDescription {
  readonly hash: string;
  readonly source: string;
  readonly fee: number;
  readonly sequence: string;
  /** `none`, or its kind and text. */
  readonly memo: string;
  readonly operations: readonly {
    readonly type: string;
    readonly source: string;
    readonly destination: string;
    readonly asset: string;
    readonly issuer: string;
    readonly amount: string;
    readonly name: string;
    readonly value: string;
  }[];
  readonly signatures: readonly {
    /** Last four bytes of the public key, hex. */
    readonly hint: string;
    /** Base64. */
    readonly signature: string;
    /** The given address with this hint; empty if there is none. */
    readonly signer: string;
    readonly valid: boolean;
  }[];
}

export interface Stellar {
  /** A key pair from 32 bytes. */
  keyPair(entropy: Uint8Array): Promise<KeyPair>;
  /** Encrypts a seed with a bank's secret: HKDF-SHA256 of the secret keys AES-256-GCM; `iv` is 12 bytes. */
  seal(seed: string, secret: string, iv: Uint8Array): string;
  /** Decrypts a seed. @throws {SealError} if the secret is not the one it was encrypted with. */
  open(sealed: string, secret: string): string;
  /** Builds the unsigned envelope: payment, then manageData `payment_guid`; fee 100 stroops per operation; no time bounds. */
  build(order: TransferOrder): Promise<Envelope>;
  /** The same with one signature, in one go. */
  buildSigned(order: TransferOrder, seed: string): Promise<Envelope>;
  /** Adds one signature. */
  sign(xdr: string, seed: string): Promise<Envelope>;
  /** Whether this is a `G...` address, its checksum included. */
  isAddress(text: string): Promise<boolean>;
  /** The base64 TransactionResult of an envelope that was posted: every operation succeeded, no fee was charged. */
  result(xdr: string): Promise<string>;
  /** Reads an envelope. @throws {EnvelopeError} if it is not one. */
  read(xdr: string): Promise<EnvelopeContent>;
  /**
   * The whole content of an envelope, with its signatures compared with the keys of these addresses. @throws
   * {EnvelopeError}
   */
  describe(xdr: string, addresses: readonly string[]): Promise<EnvelopeDescription>;
  /** Which of the addresses have a valid signature on the envelope; `surplus` counts signatures by anyone else. */
  signers(xdr: string, addresses: readonly string[]): Promise<{ signed: string[]; surplus: number }>;
}

/** The secret does not open this seed. */
export class SealError extends Error {
  override name = 'SealError';
}

/** Not a transaction envelope. */
export class EnvelopeError extends Error {
  override name = 'EnvelopeError';
}
