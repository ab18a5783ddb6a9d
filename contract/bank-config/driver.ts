import { z } from 'zod';
import { path, seconds, url } from './values.js';

/** How the harness makes the bank act. */
export const driver = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('http'),
    url,
    token: z.string().optional(),
    timeout_s: seconds.default(30),
  }),
  z.strictObject({
    kind: z.literal('command'),
    run: z.array(z.string().min(1)).min(1),
    timeout_s: seconds.default(30),
  }),
  z.strictObject({ kind: z.literal('manual'), timeout_s: seconds.default(900) }),
  z.strictObject({ kind: z.literal('builtin'), private_jwk: path.optional() }),
  z
    .strictObject({ kind: z.literal('none') })
    .describe('the bank is not asked to act; enough for steps 1 and 2'),
]);

export type DriverConfig = z.output<typeof driver>;

/** What a kind of driver can do. The code asks for capabilities, never for a kind. */
interface Capabilities {
  /** Acts are performed at all. */
  readonly acts: boolean;
  /** The harness calls DCM on behalf of the bank, so that only what DCM calls is tested. */
  readonly standsIn: boolean;
  /** The bank can create secrets of new users; otherwise it must already hold those of all customers. */
  readonly makesSecrets: boolean;
  /** The act `ping` shows whether the bank reaches DCM. */
  readonly pings: boolean;
  /** A person performs the acts. */
  readonly byPerson: boolean;
}

const byBank: Capabilities = {
  acts: true,
  standsIn: false,
  makesSecrets: true,
  pings: true,
  byPerson: false,
};

const capabilities: Readonly<Record<DriverConfig['kind'], Capabilities>> = {
  http: byBank,
  command: byBank,
  manual: { ...byBank, pings: false, byPerson: true },
  builtin: { ...byBank, standsIn: true, makesSecrets: false, pings: false },
  none: { ...byBank, acts: false, pings: false },
};

/** The file with the key that the harness signs with on behalf of the bank. */
export const privateJwkOf = (driver: DriverConfig): string | undefined =>
  'private_jwk' in driver ? driver.private_jwk : undefined;

export const capabilitiesOf = ({ kind }: DriverConfig): Capabilities => capabilities[kind];
