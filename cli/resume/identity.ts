import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { privateJwkOf } from '../../contract/bank-config/driver.js';
import type { Language } from '../../contract/texts/language.js';
import { alike, type Said, said } from '../../contract/texts/said.js';
import type { DcmKeys } from '../../mock-server/keys.js';
import { type Selection, selectionText } from '../../steps/run/selection.js';
import type { LoadedConfig } from '../config/load.js';
import { packageVersion } from '../package.js';
import { suiteDigests } from '../statement/suite.js';
import type { VerifyCommand } from '../verify-command.js';

/** What a run was started with and must be resumed with. Contains no secrets: values of bank.yaml are digests. */
export interface Identity {
  readonly version: string;
  /** Of the features and the contract. */
  readonly suite: string;
  /** Fingerprint of DCM's keys. */
  readonly keys: string;
  readonly options: Readonly<Record<string, string>>;
  /** Members of bank.yaml. */
  readonly config: Readonly<Record<string, string>>;
}

/** Parts of bank.yaml whose members are named individually if they differ. */
const parts = ['dcm', 'bank', 'driver', 'plan'];

const membersOf = (config: object): [string, unknown][] =>
  Object.entries(config).flatMap(([name, value]): [string, unknown][] =>
    parts.includes(name)
      ? Object.entries(value).map(([inner, one]) => [`${name}.${inner}`, one])
      : [[name, value]],
  );

export async function identityOf(
  { config, path }: LoadedConfig,
  { secret, fingerprint = '' }: Pick<DcmKeys, 'secret' | 'fingerprint'>,
  selection: Selection,
  {
    seed = '',
    timeLimit = '',
    order,
    quick = false,
  }: Pick<VerifyCommand, 'seed' | 'timeLimit' | 'order' | 'quick'>,
): Promise<Identity> {
  const digest = (value: unknown) =>
    createHmac('sha256', secret)
      .update(JSON.stringify(value) ?? '')
      .digest('base64url');
  const contentOf = async (name: string, file: string | undefined): Promise<[string, string][]> =>
    file === undefined
      ? []
      : [[`the file of ${name}`, digest(await readFile(path(file), 'utf8').catch(() => ''))]];
  const { bank, driver } = config;
  const { features, contract } = await suiteDigests();
  return {
    version: packageVersion(),
    suite: digest([features, contract]),
    keys: fingerprint,
    options: {
      '--steps and --tags': selectionText(selection),
      '--quick': quick ? 'yes' : '',
      '--mock': selection.mock ? 'yes' : '',
      '--whole': selection.whole ? 'yes' : '',
      '--seed': seed,
      '--time-limit': timeLimit,
      '--order': order ?? '',
    },
    config: Object.fromEntries([
      ...membersOf(config).map(([name, value]) => [name, digest(value)]),
      ...(await contentOf('bank.jwks', bank.jwks)),
      ...(await contentOf('driver.private_jwk', privateJwkOf(driver))),
    ]),
  };
}

type Values = Readonly<Record<string, string>>;

const changedIn = (before: Values, now: Values): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((name) => before[name] !== now[name]);

/** A value that has changed. */
function wasAndIs(what: Said, before: string, now: string): Said {
  const none = said('none', 'нічого');
  const value = (text: string, language: Language) => (text === '' ? none[language] : text);
  return said(
    `${what.en}: was ${value(before, 'en')}, is ${value(now, 'en')}`,
    `${what.uk}: було ${value(before, 'uk')}, стало ${value(now, 'uk')}`,
  );
}

/** The settings in which a run would be resumed differently from how it was started. */
export function differences(before: Identity, now: Identity): Said[] {
  if (before.version !== now.version)
    return [wasAndIs(said('the version of dcm', 'версія dcm'), before.version, now.version)];
  // Digests are keyed: with other keys all of them differ.
  if (before.keys !== now.keys)
    return [said('dcm.keys: the file contains other keys', 'dcm.keys: у файлі інші ключі')];
  return [
    ...(before.suite === now.suite
      ? []
      : [said('this installation has different scenarios', 'у цієї інсталяції інші сценарії')]),
    ...changedIn(before.options, now.options).map((name) =>
      wasAndIs(alike(name), before.options[name] ?? '', now.options[name] ?? ''),
    ),
    ...changedIn(before.config, now.config).map((name) =>
      said(`bank.yaml: ${name} has changed`, `bank.yaml: ${name} змінено`),
    ),
  ];
}
