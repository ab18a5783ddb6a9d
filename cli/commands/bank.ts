import type { JsonWebKey } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { printable } from '../../contract/printable.js';
import { alike, said, UsageError } from '../../contract/texts/said.js';
import { partsOf } from '../../fixtures/broken-banks/defect.js';
import { defects, isDefect } from '../../fixtures/broken-banks/index.js';
import { type RunningBank, startReferenceBank } from '../../fixtures/reference-bank/start.js';
import { randomSeed, systemClock, systemRandom, systemSleep } from '../../mock-server/system.js';
import { keptOwnKey, keptSigningPairs } from '../bank-keys.js';
import { unknownChoice } from '../choice.js';
import { stopSignal, whenCutShort } from '../end/early.js';
import { secondsOf } from '../seconds.js';
import { dcmFetch } from '../to-dcm.js';

export interface BankCommand {
  readonly port: string;
  readonly dcm: string;
  readonly defect?: string;
  readonly subject: readonly string[];
  readonly actsToken?: string;
  readonly officerToken?: string;
  readonly ownKey?: string;
  readonly jwks?: string;
  readonly signingSeeds?: string;
  readonly leeway?: string;
  readonly jwksCooldown?: string;
  readonly json?: boolean;
}

/** What a configuration of the harness, or a test, must know about the running bank. */
interface Facts {
  readonly url: string;
  readonly acts: string;
  readonly acts_token: string;
  readonly officer: string;
  readonly officer_token: string;
  /** Public part of its own key. */
  readonly jwk?: Readonly<JsonWebKey>;
  /** Public keys of its seeds: customers' entities, own entities. */
  readonly signers?: readonly string[];
}

/** `dcm bank`: runs the reference bank, optionally with one defect. */
export async function bank(options: BankCommand): Promise<number> {
  const { defect } = options;
  if (defect !== undefined && !isDefect(defect)) throw unknownDefect(defect);
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(
      said(
        `--port ${options.port}: expected a number from 0 to 65535`,
        `--port ${options.port}: очікувано число від 0 до 65535`,
      ),
    );
  }
  if (options.jwks !== undefined && options.ownKey === undefined)
    throw new UsageError(said('--jwks requires --own-key', '--jwks потребує --own-key'));
  const leewayS = secondsOf('--leeway', options.leeway);
  const jwksCooldownS = secondsOf('--jwks-cooldown', options.jwksCooldown);
  const stopped = stopSignal();
  const actsToken = options.actsToken ?? randomSeed();
  const officerToken = options.officerToken ?? randomSeed();
  const privateJwk = options.ownKey === undefined ? undefined : await keptOwnKey(options.ownKey);
  const pairs = options.signingSeeds === undefined ? undefined : await keptSigningPairs(options.signingSeeds);
  const running = await startReferenceBank({
    port,
    clock: systemClock.now,
    random: systemRandom,
    dcmUrl: options.dcm,
    actsToken,
    officerToken,
    subjects: { allowed: options.subject },
    log: (line) => (options.json ? console.error(printable(line)) : console.log(printable(line))),
    ...(leewayS === undefined ? {} : { leewayS }),
    ...(jwksCooldownS === undefined ? {} : { jwksCooldownS }),
    ...(privateJwk === undefined ? {} : { ownKey: { privateJwk } }),
    ...(pairs === undefined ? {} : { signingSeeds: [pairs[0].seed, pairs[1].seed] }),
    sleep: systemSleep,
    fetch: dcmFetch,
    ...(defect === undefined ? {} : { parts: partsOf(defects[defect]) }),
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new UsageError(
      said(
        `--port ${port}: another program uses this port; choose another one, or 0`,
        `--port ${port}: цей порт зайнято іншою програмою; укажіть інший або 0`,
      ),
    );
  });
  whenCutShort({ close: running.close });
  if (options.jwks !== undefined) await writeJwks(options.jwks, running);
  const facts: Facts = {
    url: running.url,
    acts: `${running.url}/dcm-acts`,
    acts_token: actsToken,
    officer: `${running.url}/officer/secrets`,
    officer_token: officerToken,
    ...(running.ownJwk && { jwk: running.ownJwk }),
    ...(pairs && { signers: pairs.map(({ address }) => address) }),
  };
  const mistake = defect === undefined ? '' : `, which ${defects[defect].says}`;
  console.log(options.json ? JSON.stringify(facts) : banner(facts, mistake, options));
  await stopped;
  await running.close();
  return 0;
}

function banner(facts: Facts, mistake: string, { dcm, jwks }: BankCommand): string {
  const { url, acts, acts_token, officer, officer_token, jwk, signers = [] } = facts;
  const published = jwks ?? JSON.stringify(jwk);
  return [
    `reference bank at ${url}${mistake}`,
    `  authorization  ${url}/user_auth, /key, /external_id`,
    `  callbacks      ${url}/api/dcm/notify/...`,
    `  officer        ${officer}   (Authorization: Bearer ${officer_token})`,
    `  acts           ${acts}          (Authorization: Bearer ${acts_token})`,
    ...(jwk === undefined ? [] : [`  public JWK     ${published}`]),
    ...(signers.length === 0 ? [] : [`  signers        [${signers.join(', ')}]`]),
    `  DCM            ${dcm}`,
  ].join('\n');
}

async function writeJwks(file: string, { ownJwk }: RunningBank): Promise<void> {
  try {
    await writeFile(file, `${JSON.stringify({ keys: [ownJwk] }, null, 2)}\n`);
  } catch (error) {
    throw new UsageError(
      said(
        `--jwks ${file}: cannot be written: ${(error as Error).message}`,
        `--jwks ${file}: файл не записується: ${(error as Error).message}`,
      ),
    );
  }
}

/** The error for a name that no defect has. */
export const unknownDefect = (name: string): UsageError =>
  unknownChoice(
    '--defect',
    name,
    Object.fromEntries(Object.entries(defects).map(([one, { says }]) => [one, says])),
    alike('docs/prove.md'),
  );
