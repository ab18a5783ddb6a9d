import { z } from 'zod';
import { path, seconds, url } from './values.js';

const parallel = z
  .boolean()
  .default(true)
  .describe('false if the bank cannot perform two acts at the same time; such scenarios are then left out');

/** How the harness makes the bank act. */
export const driver = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('http'),
    url,
    token: z.string().optional(),
    timeout_s: seconds.default(30),
    parallel,
  }),
  z.strictObject({
    kind: z.literal('command'),
    run: z.array(z.string().min(1)).min(1),
    timeout_s: seconds.default(30),
    parallel,
  }),
  z.strictObject({ kind: z.literal('manual'), timeout_s: seconds.default(900) }),
  z.strictObject({ kind: z.literal('builtin'), private_jwk: path.optional() }),
  z.strictObject({ kind: z.literal('none') }).describe('the bank is not asked to act; the same as no driver'),
]);

export type DriverConfig = z.output<typeof driver>;
export type DriverKind = DriverConfig['kind'];
export const driverKinds: readonly DriverKind[] = driver.options.map(({ shape }) => shape.kind.value);

/** What a kind of driver can do. The code asks for capabilities, never for a kind. */
interface Capabilities {
  /** Acts are performed at all. */
  readonly acts: boolean;
  /** The harness calls DCM on behalf of the bank, so that only what DCM calls is tested. */
  readonly standsIn: boolean;
  /** The bank can create secrets of new users; otherwise it must already hold those of all customers. */
  readonly makesSecrets: boolean;
  /** A person performs the acts. */
  readonly byPerson: boolean;
}

const byBank: Capabilities = {
  acts: true,
  standsIn: false,
  makesSecrets: true,
  byPerson: false,
};

const capabilities: Readonly<Record<DriverKind, Capabilities>> = {
  http: byBank,
  command: byBank,
  manual: { ...byBank, byPerson: true },
  builtin: { ...byBank, standsIn: true, makesSecrets: false },
  none: { ...byBank, acts: false },
};

/** The file with the key that the harness signs with on behalf of the bank. */
export const privateJwkOf = (driver: DriverConfig): string | undefined =>
  'private_jwk' in driver ? driver.private_jwk : undefined;

/** The bank can be asked for two acts at the same time. */
export const actsInParallel = (driver: DriverConfig): boolean => 'parallel' in driver && driver.parallel;

type DriverOf = { readonly [Config in DriverConfig as Config['kind']]: Config };

const secrets: { readonly [Kind in DriverKind]: (driver: DriverOf[Kind]) => readonly string[] } = {
  http: ({ token }) => (token === undefined ? [] : [token]),
  command: () => [],
  manual: () => [],
  builtin: () => [],
  none: () => [],
};

/** The secrets among the members of a driver: no report may show them. */
export const secretsOf = <Kind extends DriverKind>(driver: DriverOf[Kind]): readonly string[] =>
  secrets[driver.kind as Kind](driver);

export const capabilitiesOf = ({ kind }: Pick<DriverConfig, 'kind'>): Capabilities => capabilities[kind];
