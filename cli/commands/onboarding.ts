import { createPublicKey } from 'node:crypto';
import type { BankConfig } from '../../contract/bank-config/index.js';
import { callbackKinds, callbackPath } from '../../contract/bank-service.js';
import type { Operation } from '../../contract/operation.js';
import { operations } from '../../contract/operations/index.js';
import { defaultProfile } from '../../contract/profile/index.js';
import type { Language } from '../../contract/texts/language.js';
import type { DcmKeys } from '../../mock-server/keys.js';
import { readKeysFile } from '../../mock-server/keys-file.js';
import { ConfigError, loadConfig } from '../config/load.js';
import { bankUrls } from '../config/urls.js';
import { loginsNeeded } from '../doctor/logins.js';
import { languageOf } from '../language.js';
import { onboardingWords } from '../onboarding-words.js';

/** `dcm onboarding`: what the bank must configure on its side, as text or JSON. */
export async function onboarding(options: {
  readonly config: string;
  readonly json?: boolean;
  readonly lang?: string;
}): Promise<number> {
  const language = languageOf(options.lang);
  const { config, path, file } = await loadConfig(options.config);
  if (config.dcm.port === 0 && config.dcm.public_url === undefined) {
    throw new ConfigError(file, [
      'dcm.port: 0 means a different port at each start; the bank needs a fixed one',
    ]);
  }
  const sheet = await describe(config, await readKeysFile(path(config.dcm.keys)));
  console.log(options.json ? JSON.stringify(sheet, null, 2) : asText(sheet, language));
  return 0;
}

type Sheet = Awaited<ReturnType<typeof describe>>;

async function describe(config: BankConfig, keys: DcmKeys) {
  const { dcm, bank, profile } = config;
  const base_url = dcm.public_url ?? `http://${dcm.host}:${dcm.port}`;
  return {
    base_url,
    jwks_url: `${base_url}/api/v1/.well-known/jwks.json`,
    jwk: keys.signing.publicJwk,
    pem: createPublicKey(keys.signing.privateKey).export({ type: 'spki', format: 'pem' }) as string,
    counterparty_guid: keys.counterpartyGuid,
    asset_code: profile.asset_code ?? defaultProfile.asset_code,
    asset_issuer: (await keys.issuer()).address,
    dcm_signer: (await keys.signer()).address,
    schemes: bank.schemes,
    first_employee: bank.first_employee?.email ?? '',
    subjects: bank.subjects,
    key_keepers: bank.key_keepers,
    urls_called_by_dcm: calledUrls(config),
    reverse_calls: expectedCalls(),
    test_logins_needed: loginsNeeded(config),
    test_logins_configured: Array.isArray(bank.customers) ? bank.customers.length : bank.customers.generate,
  };
}

const entityNames = { emission: 'createIdentificationEntity', processing: 'createProcessingEntity' };

/** The reverse calls of each operation; those of a branch make the same ones. */
function expectedCalls() {
  const asking = Object.values<Operation>(operations).filter(({ path }) => !path.includes('{branch_guid}'));
  const calls = asking.flatMap(({ id, reverseCalls = [] }) =>
    reverseCalls.map(({ method, flow, object, entity }) => ({
      operation: entity ? entityNames[entity] : id,
      method: `/${method}`,
      flow,
      obj: object,
    })),
  );
  // Several operations create the same entities.
  return [...new Map(calls.map((call) => [call.operation + call.method, call])).values()];
}

/** Every URL that DCM calls, in full: callbacks have a path each below `callback_url`. */
function calledUrls(config: BankConfig): Record<string, string> {
  const { callback_url, ...others } = bankUrls(config);
  const callbacks =
    callback_url === '' ? [] : callbackKinds.map((kind) => [kind, callback_url + callbackPath(kind)]);
  const called = Object.entries(others).filter(([, url]) => url !== '');
  return Object.fromEntries([...called, ...callbacks]);
}

function asText(sheet: Sheet, language: Language): string {
  const words = onboardingWords[language];
  const line = (name: string, value: string | number) => `${name.padEnd(20)} ${value}`;
  return [
    words.title,
    '',
    line(words.baseUrl, sheet.base_url),
    line('JWKS', sheet.jwks_url),
    line('kid', sheet.jwk.kid),
    line(words.guid, sheet.counterparty_guid),
    line(words.asset, words.issuedBy(sheet.asset_code, sheet.asset_issuer)),
    line(words.signer, sheet.dcm_signer),
    line(words.schemes, sheet.schemes.join(', ')),
    ...(sheet.first_employee === '' ? [] : [line(words.employee, sheet.first_employee)]),
    line(words.mayAct, [sheet.subjects.admin, sheet.first_employee].filter(Boolean).join(', ')),
    line(words.refused, sheet.subjects.forbidden),
    ...sheet.key_keepers.map((keeper) =>
      line(words.keeper, words.login(keeper.for, keeper.login, keeper.external_id)),
    ),
    line(words.logins, words.loginCounts(sheet.test_logins_needed, sheet.test_logins_configured)),
    '',
    words.called,
    ...Object.values(sheet.urls_called_by_dcm).map((url) => `  ${url}`),
    '',
    words.reverseCalls,
    ...sheet.reverse_calls.map((call) => `  ${call.operation}: ${call.method}, ${call.flow}, ${call.obj}`),
    '',
    sheet.pem,
  ].join('\n');
}
