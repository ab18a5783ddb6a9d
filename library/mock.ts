import type { Client } from '../contract/client.js';
import type { ControlOperations } from '../contract/control/index.js';
import type { Operations } from '../contract/operations/index.js';
import type { Profile } from '../contract/profile/index.js';
import type { Fetch } from '../contract/wire/fetch.js';
import { beginKey } from '../mock-server/begun-key.js';
import type { TestBank } from './bank.js';
import { MockClosedError } from './errors.js';
import type { TestJournal } from './journal.js';
import { type Names, requireNames, requireNumber } from './options.js';
import type { BankOptions } from './registered.js';

/** All optional: without any, a mock in memory, on a free port of this machine, with keys of its own. */
export interface MockOptions {
  /** Port; a free one by default. */
  readonly port?: number;
  /** Address on which it listens; 127.0.0.1 by default. */
  readonly host?: string;
  /** Options that differ from the default: other readings of DCM's documentation. */
  readonly profile?: Partial<Profile>;
  /** The same seed gives the same ids in the same order. */
  readonly seed?: string;
  /** Keys file of `dcm keys`. */
  readonly keys?: string;
  /** File in which the state is kept. */
  readonly state?: string;
  /** Required from whoever uses the control API over HTTP. */
  readonly controlToken?: string;
  /** URL at which banks reach the mock, if that is another one. */
  readonly publicUrl?: string;
}

const mockOptions: Names<MockOptions> = {
  port: true,
  host: true,
  profile: true,
  seed: true,
  keys: true,
  state: true,
  controlToken: true,
  publicUrl: true,
};

/** A running mock of the processing center. */
export interface TestMock {
  /** Scheme, host and port, e.g. `http://127.0.0.1:49152`. */
  readonly url: string;
  /** The control API: what DCM's staff do, the mailbox, the clock, faults. */
  readonly control: Client<ControlOperations>;
  /** DCM's API without credentials; `bank.api` has those of a bank. */
  readonly api: Client<Operations>;
  /** DCM's API with the session token of an employee. */
  as(token: string): Client<Operations>;
  /** What has passed over the wire. */
  readonly journal: TestJournal;
  /**
   * Registers a bank with entities and an employee who is logged in. Without `url`, the mock also plays the bank's own
   * service.
   */
  registerBank(options?: BankOptions): Promise<TestBank>;
  /** Back to the first moment: no banks, no money, no journal. Banks have to be registered again. */
  reset(): Promise<void>;
  /** Stops it; everything that was begun is finished or refused. May be called again. */
  close(): Promise<void>;
}

/**
 * Starts a mock of the processing center in this process.
 *
 * @throws {UsageError} if it cannot listen on the port, or an option is unknown
 * @example
 * import { startMock } from 'dcm-conformance';
 *
 * const mock = await startMock();
 * const bank = await mock.registerBank();
 * const payer = await bank.newCustomer({ amount: 100 });
 * console.log(await bank.balance(payer.entity)); // 100
 * await mock.close();
 */
export async function startMock(options: MockOptions = {}): Promise<TestMock> {
  requireNames('startMock', options, mockOptions);
  requireNumber('startMock: port', options.port, 65_535);
  // Made on another thread while the modules load.
  const signingKey = options.keys === undefined ? { signingKey: beginKey() } : {};
  const [{ startMock: start }, { createClient }, { controlOperations }, { operations }, library] =
    await Promise.all([
      import('../mock-server/start.js'),
      import('../contract/client.js'),
      import('../contract/control/index.js'),
      import('../contract/operations/index.js'),
      import('./mock-parts.js'),
    ]);
  const running = await start({ port: 0, ...signingKey, ...options });
  const { url: baseUrl } = running;
  let closed: Promise<void> | undefined;
  const requireOpen = () => {
    if (closed !== undefined) throw new MockClosedError();
  };
  const inProcess: Fetch = async (url, init) => {
    requireOpen();
    return running.mock.inProcess(url, init);
  };
  const clients = (headers: Readonly<Record<string, string>> = {}) => ({
    control: createClient(controlOperations, { baseUrl, headers: () => headers, fetch: inProcess }),
    api: createClient(operations, { baseUrl, headers: () => headers, fetch: inProcess }),
  });
  const as = (token: string) => clients({ authorization: `bearer ${token}` }).api;
  const { control, api } = clients();
  const journal = library.createTestJournal({ control, now: library.systemClock.now, requireOpen });
  return {
    url: baseUrl,
    control,
    api,
    as,
    journal,
    async registerBank(bank) {
      requireOpen();
      const registered = await library.registerBank(
        { as, clients: (headers) => clients({ ...headers, 'user-agent': library.helperAgent }) },
        bank,
      );
      await journal.skip();
      return registered;
    },
    async reset() {
      await control.reset({ body: {} });
      journal.rewind();
    },
    close() {
      closed ??= running.close();
      return closed;
    },
  };
}
