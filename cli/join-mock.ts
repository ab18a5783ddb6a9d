import { generateKeyPairSync } from 'node:crypto';
import { type Client, createClient } from '../contract/client.js';
import { type ControlOperations, controlOperations } from '../contract/control/index.js';
import { wholeList } from '../contract/control/portions.js';
import { operations } from '../contract/operations/index.js';
import type { Profile } from '../contract/profile/index.js';
import { said, UsageError } from '../contract/texts/said.js';
import { inUkrainian } from '../contract/texts/said-by-dcm/index.js';
import { causeOf } from '../contract/wire/cause.js';
import { withoutSlash } from '../contract/without-slash.js';
import type { DcmKeys } from '../mock-server/keys.js';
import { readKeysFile } from '../mock-server/keys-file.js';
import type { Stage } from '../steps/stage.js';
import { controlFromNowOn } from './joined-control.js';
import { type MockAtHand, ownApi, publicPem } from './mock-at-hand.js';
import { noticingGone } from './sandbox/gone.js';
import { dcmFetch, strangerFetch } from './to-dcm.js';

/** What the harness needs of the keys of a mock. */
export type JoinKeys = Pick<DcmKeys, 'counterpartyGuid' | 'signing'> & {
  readonly issuer: () => Promise<{ readonly address: string }>;
};

export interface JoinOptions {
  /** URL of the mock. */
  readonly url: string;
  /** Keys file with which it was started, or the keys that it has handed over. */
  readonly keys: string | JoinKeys;
  /** The identity of the bank on that mock, if it is not that of the keys. */
  readonly counterpartyGuid?: string;
  readonly controlToken?: string | undefined;
  readonly profile: Partial<Profile>;
  readonly seed: string;
}

/**
 * Joins a mock that already runs (`--mock-url`). It must have the same keys, because the harness calls the bank as DCM
 * would, and must not know the bank yet. Options and keys are restored in the end; the data of the run stays, so that
 * you can look at it.
 *
 * @throws {UsageError} if it cannot be used
 */
export async function joinMock({
  url,
  keys: given,
  counterpartyGuid,
  controlToken,
  profile,
  seed,
}: JoinOptions): Promise<MockAtHand> {
  const file = typeof given === 'string' ? given : 'FILE';
  const known: JoinKeys = typeof given === 'string' ? await readKeysFile(given) : given;
  const { signing: first, issuer } = known;
  const keys: JoinKeys = {
    counterpartyGuid: counterpartyGuid ?? known.counterpartyGuid,
    signing: first,
    issuer,
  };
  const baseUrl = withoutSlash(url);
  const send = noticingGone(dcmFetch);
  const own = ownApi(baseUrl, undefined, send);
  const headers = controlToken === undefined ? {} : { authorization: `Bearer ${controlToken}` };
  const control = createClient(controlOperations, { baseUrl, headers: () => headers, fetch: send });
  const reset = resetOf(baseUrl, controlToken !== undefined);
  const stranger = { baseUrl, headers: () => headers, fetch: strangerFetch };
  await checkKeys(createClient(operations, { baseUrl, fetch: strangerFetch }), keys, baseUrl, file, reset);
  await checkControl(createClient(controlOperations, stranger), keys, baseUrl, reset);
  const { profile: before } = await control.getProfile({});
  const mark = counterpartyGuid === undefined ? '' : `-${counterpartyGuid.slice(0, 8)}`;
  const fromNow = await controlFromNowOn(control, mark);
  let inForce = await control.updateProfile({ body: profile });
  const { asset_code } = inForce;
  let signing = keys.signing;
  return {
    dcm: {
      baseUrl,
      ...own,
      control: {
        ...fromNow,
        async updateProfile(request) {
          inForce = await control.updateProfile(request);
          return inForce;
        },
      },
      profile: () => inForce,
      signing: () => signing,
      async rotate() {
        const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
        const private_jwk = { ...privateKey.export({ format: 'jwk' }) };
        const { kid } = await control.rotateKey({ body: { private_jwk } });
        signing = { ...signing, kid, privateKey };
      },
      handedOver: { ...keys.signing, publicPem: publicPem(keys) },
    },
    keys,
    assetCode: asset_code,
    seed,
    async close() {
      const changed = Object.keys(profile) as (keyof Profile)[];
      await control.updateProfile({ body: Object.fromEntries(changed.map((name) => [name, before[name]])) });
      if (signing === keys.signing) return;
      await control.rotateKey({
        body: {
          private_jwk: { ...keys.signing.privateKey.export({ format: 'jwk' }), kid: keys.signing.kid },
        },
      });
      await control.dropFormerKeys({ body: {} });
    },
  };
}

/** How a mock is reset, to be copied into a shell; its token stays out of what is printed. */
const resetOf = (baseUrl: string, guarded: boolean): string =>
  `curl -X POST ${baseUrl}/control/v1/reset -H 'content-type: application/json'${guarded ? ' -H "authorization: Bearer $DCM_CONTROL_TOKEN"' : ''} -d '{}'`;

async function checkKeys(
  api: Stage['dcm']['api'],
  keys: JoinKeys,
  baseUrl: string,
  file: string,
  reset: string,
): Promise<void> {
  const published = await api.getDcmJwks({}).catch((error: Error) => {
    const cause = causeOf(error);
    throw new UsageError(
      said(
        `--mock-url ${baseUrl}: no mock responds there: ${cause}`,
        `--mock-url ${baseUrl}: за цією адресою імітатор не відповідає: ${inUkrainian(cause) ?? cause}`,
      ),
    );
  });
  const { n } = keys.signing.publicJwk;
  // The first is the one in use, among keys that no token is signed with (option `jwks`).
  const inUse = published.keys.find(({ kty, use, kid }) => kty === 'RSA' && use === 'sig' && kid);
  if (inUse?.n !== n) {
    throw new UsageError(
      said(
        `--mock-url ${baseUrl}: that mock signs with a different key than the one in dcm.keys; start it with: dcm mock --keys ${file}. If its key was rotated, a reset gives back the first one, and removes all data: ${reset}`,
        `--mock-url ${baseUrl}: цей імітатор підписує не тим ключем, що в dcm.keys; запустіть його так: dcm mock --keys ${file}. Якщо його ключ замінено, скидання поверне початковий і прибере всі дані: ${reset}`,
      ),
    );
  }
}

async function checkControl(
  control: Client<ControlOperations>,
  keys: JoinKeys,
  baseUrl: string,
  reset: string,
): Promise<void> {
  const counterparties = await wholeList(
    (query) => control.listRegistered({ query }),
    (answer) => answer.counterparties,
  ).catch((error: Error) => {
    const cause = causeOf(error);
    throw new UsageError(
      said(
        `--mock-url ${baseUrl}: its control API does not respond: ${cause}; from another host it requires --control-token`,
        `--mock-url ${baseUrl}: його API керування не відповідає: ${inUkrainian(cause) ?? cause}; з іншого комп’ютера потрібен --control-token`,
      ),
    );
  });
  if (counterparties.some(({ guid }) => guid === keys.counterpartyGuid)) {
    throw new UsageError(
      said(
        `--mock-url ${baseUrl}: that mock already has counterparty ${keys.counterpartyGuid}; restart it, or reset its state: ${reset}`,
        `--mock-url ${baseUrl}: цей імітатор уже має контрагента ${keys.counterpartyGuid}; запустіть його заново або скиньте його стан: ${reset}`,
      ),
    );
  }
}
