import type { JsonWebKey } from 'node:crypto';
import { said, UsageError } from '../contract/texts/said.js';
import { type Names, requireNames, requireNumber } from './options.js';

export interface ReferenceBankOptions {
  /** URL of DCM or of a mock. */
  readonly dcmUrl: string;
  /** Port; a free one by default. */
  readonly port?: number;
  /** Address on which it listens; 127.0.0.1 by default. */
  readonly host?: string;
  /** Who may act besides DCM's own administrator and `officer@bank1.example`. */
  readonly subjects?: readonly string[];
  /** Hears the bank's own log. */
  readonly log?: (line: string) => void;
}

/** A user for whom a bank keeps a secret. */
export interface SecretOwner {
  readonly login: string;
  /** Chosen by the bank if it is left out. */
  readonly external_id?: string;
}

/** The reference bank, listening: a complete service of a bank under the scheme "JWT by DCM". */
export interface RunningReferenceBank {
  readonly url: string;
  /** Its test hook, for `driver` in bank.yaml, and the bearer token of that. */
  readonly acts: { readonly url: string; readonly token: string };
  /** Public part of the key of its own tokens. */
  readonly jwk: Readonly<JsonWebKey> | undefined;
  /** What the bank's officer does for a customer before DCM hears of it. */
  createSecret(user: SecretOwner): Promise<{ readonly login: string; readonly external_id: string }>;
  /** Stops it. May be called again. */
  close(): Promise<void>;
}

const bankOptions: Names<ReferenceBankOptions> = {
  dcmUrl: true,
  port: true,
  host: true,
  subjects: true,
  log: true,
};

const noDcm = said(
  'startReferenceBank: dcmUrl is missing, the URL of a mock: { dcmUrl: mock.url }',
  'startReferenceBank: бракує dcmUrl, адреси імітатора: { dcmUrl: mock.url }',
);

/** `sub` of what DCM's own staff start. */
const admin = 'dcm-admin@dcm.example';

/**
 * Starts the reference bank in this process. It holds the secrets of both key keepers already.
 *
 * @example
 * import { startMock, startReferenceBank } from 'dcm-conformance';
 *
 * const mock = await startMock();
 * const service = await startReferenceBank({ dcmUrl: mock.url });
 * const bank = await mock.registerBank({ url: service.url });
 * await service.createSecret({ login: 'customer@bank1.example' });
 * const customer = await bank.newCustomer({ login: 'customer@bank1.example', amount: 100 });
 * console.log(await bank.balance(customer.entity)); // 100
 * await Promise.all([mock.close(), service.close()]);
 */
export async function startReferenceBank(options: ReferenceBankOptions): Promise<RunningReferenceBank> {
  if (options?.dcmUrl === undefined) throw new UsageError(noDcm);
  requireNames('startReferenceBank', options, bankOptions);
  requireNumber('startReferenceBank: port', options.port, 65_535);
  const [{ startReferenceBank: start }, system, { newOwnKey }, { dcmFetch }, { keyKeepers }] =
    await Promise.all([
      import('../fixtures/reference-bank/start.js'),
      import('../mock-server/system.js'),
      import('../cli/bank-keys.js'),
      import('../cli/to-dcm.js'),
      import('./registered.js'),
    ]);
  const { dcmUrl, port = 0, host, subjects = [], log } = options;
  const actsToken = system.randomSeed();
  const running = await start({
    dcmUrl,
    port,
    ...(host === undefined ? {} : { host }),
    ...(log === undefined ? {} : { log }),
    clock: system.systemClock.now,
    random: system.systemRandom,
    sleep: system.systemSleep,
    fetch: dcmFetch,
    actsToken,
    subjects: { allowed: [admin, 'officer@bank1.example', ...subjects] },
    ownKey: { privateJwk: newOwnKey() },
    jwksCooldownS: 0,
  });
  for (const { login, external_id } of keyKeepers) await running.directory.create({ login, external_id });
  let closed: Promise<void> | undefined;
  return {
    url: running.url,
    acts: { url: `${running.url}/dcm-acts`, token: actsToken },
    jwk: running.ownJwk,
    async createSecret(user) {
      const { login, external_id } = await running.directory.create(user);
      return { login, external_id };
    },
    close() {
      closed ??= running.close();
      return closed;
    },
  };
}
