import type { DcmKeys } from '../mock-server/keys.js';
import { isDatabase, shownPlace } from '../mock-server/state-place.js';

interface Places {
  readonly state?: string;
  readonly keys?: string;
}

interface Facts {
  /** Left out if ids do not follow from it. */
  readonly seed?: string;
  readonly keys: Pick<DcmKeys, 'counterpartyGuid' | 'signing' | 'issuer'>;
}

/** What a program needs of a mock that has started. */
export const facts = ({ seed, keys }: Facts, url: string) => ({
  url,
  jwks: `${url}/api/v1/.well-known/jwks.json`,
  control: `${url}/control/v1`,
  console: `${url}/console`,
  health: `${url}/health`,
  counterparty_guid: keys.counterpartyGuid,
  kid: keys.signing.kid,
  ...(seed !== undefined && { seed }),
});

/** The same for people. */
export async function banner({ seed, keys }: Facts, url: string, options: Places): Promise<string> {
  const issuer = (await keys.issuer()).address;
  return [
    `DCM mock processing center at ${url}`,
    '',
    `  API       ${url}/api/v1`,
    `  login     ${url}/kratos/self-service/login/api`,
    `  JWKS      ${url}/api/v1/.well-known/jwks.json   (kid ${keys.signing.kid})`,
    `  control   ${url}/control/v1`,
    `  Horizon   ${url}/horizon`,
    '',
    `  console   ${url}/console`,
    `  pages     ${url}/docs   ${url}/fidelity   ${url}/openapi.json`,
    '',
    `  bank      counterparty guid ${keys.counterpartyGuid}`,
    `            asset issuer      ${issuer}`,
    `  keys      ${options.keys ?? (await keptKeys(options))}`,
    `  state     ${options.state === undefined ? 'in memory; to keep it, use --state FILE' : shownPlace(options.state)}`,
    ...(seed === undefined ? [] : [`  seed      ${seed}`]),
    '',
    'Press Ctrl+C to stop.',
  ].join('\n');
}

async function keptKeys({ state }: Places): Promise<string> {
  if (state === undefined) return 'created for this run; to keep them: dcm keys FILE, then --keys FILE';
  if (isDatabase(state)) return 'in the database';
  const { keysBeside } = await import('../mock-server/keys-of-state.js');
  return keysBeside(state);
}
