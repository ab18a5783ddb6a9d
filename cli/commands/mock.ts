import { isLoopbackHost } from '../../contract/loopback.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { withoutSlash } from '../../contract/without-slash.js';
import type { Mock } from '../../mock-server/app.js';
import { beginKey } from '../../mock-server/begun-key.js';
import type { Journal } from '../../mock-server/journal/journal.js';
import type { DcmKeys } from '../../mock-server/keys.js';
import type { RunningMock, StartOptions } from '../../mock-server/start.js';
import { isDatabase, shownPlace } from '../../mock-server/state-place.js';
import { controlTokenOf } from '../control-token.js';
import { stopSignal, whenCutShort } from '../end/early.js';
import { inColor } from '../in-color.js';
import { languageOf } from '../language.js';
import { linesOf } from '../logs/lines.js';
import { nearUrl } from '../mock-at-hand.js';
import { mostMegabytes, numberOf, sandboxLimitsOf } from '../mock-limits.js';
import { portOf } from '../port.js';
import { configurationsIn } from '../runs/configurations.js';
import { createRunner } from '../runs/runner.js';
import { isFirst, isWorker, runWorkers, workersOf } from '../workers.js';

export interface MockCommand {
  readonly port: string;
  readonly host: string;
  readonly publicUrl?: string;
  readonly state?: string;
  readonly workers?: string;
  readonly peerUrl?: string;
  readonly keys?: string;
  readonly seed?: string;
  readonly profile?: string;
  readonly controlToken?: string;
  readonly controlTokenFile?: string;
  readonly journalMb?: string;
  readonly sandboxes?: string;
  readonly sandboxRows?: string;
  readonly sandboxRate?: string;
  readonly sandboxJournalMb?: string;
  readonly reports?: string;
  /** Configurations that can be verified from the console. */
  readonly verify?: readonly string[];
  /** Prints each exchange as it is recorded. */
  readonly log?: boolean;
  readonly json?: boolean;
}

/** `dcm mock`: runs the processing center until it is stopped. */
export async function mock(options: MockCommand): Promise<number> {
  const workers = workersOf(options.workers, options.state);
  if (workers > 1 && !isWorker) return runWorkers(workers);
  const port = portOf('--port', options.port);
  const journalMb = numberOf('--journal-mb', options.journalMb, 1, mostMegabytes);
  const sandboxes = sandboxLimitsOf(options);
  const controlToken = await controlTokenOf(options);
  const publicUrl = options.publicUrl === undefined ? undefined : publicUrlOf(options.publicUrl);
  if (!isLoopbackHost(options.host) && controlToken === undefined) {
    console.error(
      'note: the control API is available on loopback only; use --control-token to allow access from other hosts',
    );
  }
  const { configurations, keys } = await configurationsIn(options.verify ?? [], options.keys);
  const stopped = stopSignal();
  const signingKey = keys === undefined ? beginKey() : undefined;
  let past = () => {};
  const opened = ({ journal }: Mock) => {
    past = options.log ? logOf(journal, options.json === true) : () => {};
    return past;
  };
  const given: StartOptions = {
    runner: createRunner(configurations, () => ({
      url: nearUrl(running.url),
      keys: running.keys,
      controlToken,
    })),
    port,
    host: options.host,
    sandboxes,
    ...(journalMb === undefined ? {} : { journalBytes: journalMb * 1024 * 1024 }),
    ...(options.state === undefined ? {} : { state: options.state }),
    ...(keys === undefined ? {} : { keys }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...(controlToken === undefined ? {} : { controlToken }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(options.reports === undefined ? {} : { reports: options.reports }),
    ...(options.profile === undefined ? {} : await profileIn(options.profile)),
    ...(signingKey === undefined ? {} : { signingKey }),
  };
  const running: Running = await start(given, { opened, peerUrl: options.peerUrl });
  whenCutShort({ close: running.close });
  const url = publicUrl ?? running.url;
  if (isFirst)
    console.log(
      options.json
        ? facts(running, url)
        : await banner(running, url, { ...options, ...(keys === undefined ? {} : { keys }) }),
    );
  await stopped;
  past();
  await running.close();
  return 0;
}

type Running = Pick<RunningMock, 'keys' | 'seed' | 'url' | 'close'>;

/** Alone, or with the other processes that share a database. */
async function start(
  options: StartOptions,
  { opened, peerUrl }: { readonly opened: (mock: Mock) => () => void; readonly peerUrl: string | undefined },
): Promise<Running> {
  const { startMock, reportFault } = await import('../../mock-server/start.js');
  const language = languageOf(undefined);
  const given: StartOptions = { ...options, report: (error) => reportFault(error, language) };
  if (isDatabase(given.state)) {
    const { startProcess } = await import('../../mock-server/processes/start.js');
    return startProcess({
      ...given,
      state: given.state,
      opened,
      ownPort: isWorker,
      ...(peerUrl === undefined ? {} : { peerUrl }),
    });
  }
  const running = await startMock(given);
  opened(running.mock);
  return running;
}

/** Prints what is recorded from now on, after the response: the terminal may be slow. */
function logOf(journal: Journal, json: boolean): () => void {
  const { stdout } = process;
  const color = inColor();
  const language = languageOf(undefined);
  return journal.listen({
    recorded(_exchange, entry) {
      setImmediate(() => {
        const width = stdout.isTTY === true ? stdout.columns : undefined;
        console.log(json ? JSON.stringify(entry) : linesOf(entry, { language, color, width }));
      });
    },
    closed() {},
  });
}

interface Facts {
  readonly seed: string;
  readonly keys: Pick<DcmKeys, 'counterpartyGuid' | 'signing' | 'issuer'>;
}

const facts = ({ seed, keys }: Facts, url: string): string =>
  JSON.stringify({
    url,
    jwks: `${url}/api/v1/.well-known/jwks.json`,
    control: `${url}/control/v1`,
    console: `${url}/console`,
    health: `${url}/health`,
    counterparty_guid: keys.counterpartyGuid,
    kid: keys.signing.kid,
    seed,
  });

async function banner({ seed, keys }: Facts, url: string, options: MockCommand): Promise<string> {
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
    `  seed      ${seed}`,
    '',
    'Press Ctrl+C to stop.',
  ].join('\n');
}

function publicUrlOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url && url.search + url.hash + url.username + url.password === '';
  if (!plain || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(
      said(
        `--public-url ${text}: expected a URL such as https://host/path, without a query, fragment or credentials`,
        `--public-url ${text}: очікувано URL на зразок https://host/path, без параметрів запиту, фрагмента й облікових даних`,
      ),
    );
  }
  return withoutSlash(url.href);
}

async function profileIn(file: string): Promise<Pick<StartOptions, 'profile' | 'captured'>> {
  const { readProfile } = await import('../config/profile.js');
  const { options, captured } = await readProfile(file);
  return { profile: options, captured };
}

async function keptKeys({ state }: MockCommand): Promise<string> {
  if (state === undefined) return 'created for this run; to keep them: dcm keys FILE, then --keys FILE';
  if (isDatabase(state)) return 'in the database';
  const { keysBeside } = await import('../../mock-server/keys-of-state.js');
  return keysBeside(state);
}
