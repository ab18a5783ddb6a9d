import { isLoopbackHost } from '../../contract/loopback.js';
import { maskedUrl } from '../../contract/masked-url.js';
import { SaidError, said, UsageError } from '../../contract/texts/said.js';
import { withoutSlash } from '../../contract/without-slash.js';
import { trustedProxiesOf } from '../../mock-server/api/trusted-proxies.js';
import { beginKey } from '../../mock-server/begun-key.js';
import type { Mock } from '../../mock-server/parts.js';
import type { Running } from '../../mock-server/running.js';
import type { StartOptions } from '../../mock-server/start-options.js';
import { requirePlace } from '../../mock-server/state-place.js';
import { systemSleep } from '../../mock-server/system.js';
import { createWatch } from '../../mock-server/watch.js';
import { controlTokenOf, metricsTokenOf, viewerTokenOf } from '../control-token.js';
import { stopSignal, whenCutShort } from '../end/early.js';
import { printLog } from '../logs/of-mock.js';
import { nearUrl } from '../mock-at-hand.js';
import { banner, facts } from '../mock-banner.js';
import { mostMegabytes, numberOf, sandboxLimitsOf } from '../mock-limits.js';
import { portOf } from '../port.js';
import { configurationsIn } from '../runs/configurations.js';
import { createRunner } from '../runs/runner.js';
import { followsSeed, plainReport, start } from '../start-mock.js';
import { isFirst, isWorker, leaveOthers, tellServing } from '../worker-link.js';
import { peerUrlOf, runWorkers, workersOf } from '../workers.js';

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
  readonly trustProxy?: string;
  readonly maxConnections?: string;
  readonly viewerTokenFile?: string;
  readonly metricsTokenFile?: string;
  readonly journalMb?: string;
  readonly sandboxes?: string;
  readonly sandboxRows?: string;
  readonly sandboxRate?: string;
  readonly sandboxJournalMb?: string;
  /** Seconds for which it still serves after it was told to stop. */
  readonly drainS?: string;
  readonly reports?: string;
  /** Configurations that can be verified from the console. */
  readonly verify?: readonly string[];
  /** Prints each exchange as it is recorded: as `dcm logs` does, or as JSON for programs. */
  readonly log?: true | string;
  readonly json?: boolean;
}

/** `dcm mock`: runs the processing center until it is stopped. */
export async function mock(options: MockCommand): Promise<number> {
  requirePlace(options.state);
  const workers = workersOf(options.workers, options.state);
  const drainMs = (numberOf('--drain-s', options.drainS, 0, 3600) ?? 0) * 1000;
  const log = isJson(options.log) ? (await import('../logs/structured.js')).structuredLog() : undefined;
  const report = log?.fault ?? plainReport();
  if (workers > 1 && !isWorker) return runWorkers(workers, drainMs, report);
  const port = portOf('--port', options.port);
  const journalMb = numberOf('--journal-mb', options.journalMb, 1, mostMegabytes);
  const sandboxes = sandboxLimitsOf(options);
  const connections = numberOf('--max-connections', options.maxConnections, 1, 1_000_000);
  const controlToken = await controlTokenOf(options);
  const viewerToken = await viewerTokenOf(options.viewerTokenFile, controlToken);
  const metricsToken = await metricsTokenOf(options.metricsTokenFile);
  const peerUrl = peerUrlOf(options.peerUrl);
  const publicUrl = options.publicUrl === undefined ? undefined : publicUrlOf(options.publicUrl);
  if (isFirst && !isLoopbackHost(options.host) && controlToken === undefined)
    report(new SaidError(loopbackOnly));
  const watch = createWatch();
  const { configurations, keys } = await configurationsIn(options.verify ?? [], options.keys);
  const stopped = stopSignal(drainMs);
  const signingKey = keys === undefined ? beginKey() : undefined;
  let past = () => {};
  const opened = ({ journal }: Mock) => {
    past = options.log && !log ? printLog(journal, options.json === true) : () => {};
    return past;
  };
  const given: StartOptions = {
    runner: createRunner(configurations, () => ({
      url: nearUrl(running.url),
      keys: running.keys,
      controlToken,
    })),
    report,
    watch,
    port,
    host: options.host,
    sandboxes,
    ...(journalMb === undefined ? {} : { journalBytes: journalMb * 1024 * 1024 }),
    ...(options.state === undefined ? {} : { state: options.state }),
    ...(keys === undefined ? {} : { keys }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...(controlToken === undefined ? {} : { controlToken }),
    ...(viewerToken === undefined ? {} : { viewerToken }),
    ...(metricsToken === undefined ? {} : { metricsToken }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(options.trustProxy === undefined ? {} : { trustedProxies: trustedProxiesOf(options.trustProxy) }),
    ...(connections === undefined ? {} : { limits: { connections } }),
    ...(options.reports === undefined ? {} : { reports: options.reports }),
    ...(options.profile === undefined ? {} : await profileIn(options.profile)),
    ...(signingKey === undefined ? {} : { signingKey }),
  };
  const fromSeed = followsSeed(options);
  const running: Running = await start(given, { opened, peerUrl });
  whenCutShort({ close: running.close });
  await tellServing();
  const url = publicUrl ?? running.url;
  const shown = { keys: running.keys, ...(fromSeed && { seed: running.seed }) };
  if (log) {
    log.event({ ...facts(shown, url), pid: process.pid }, 'started');
    log.follow(watch);
  } else if (isFirst)
    console.log(
      options.json
        ? JSON.stringify(facts(shown, url))
        : await banner(shown, url, { ...options, ...(keys === undefined ? {} : { keys }) }),
    );
  const signal = await stopped;
  running.drain();
  log?.event({ signal, drain_s: drainMs / 1000, pid: process.pid }, 'stopping');
  if (drainMs > 0) await systemSleep(drainMs);
  past();
  await running.close();
  leaveOthers();
  log?.event({ pid: process.pid }, 'stopped');
  return 0;
}

const loopbackOnly = said(
  'the control API is available on loopback only; use --control-token to allow access from other hosts',
  'API керування доступне лише з цього комп’ютера (loopback); щоб дозволити доступ з інших, використайте --control-token',
);

/** @throws {UsageError} for a form that there is not */
function isJson(log: MockCommand['log']): boolean {
  if (log === undefined || log === true || log === 'text') return false;
  if (log === 'json') return true;
  throw new UsageError(said(`--log ${log}: expected json or text`, `--log ${log}: очікувано json або text`));
}

function publicUrlOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url && url.search + url.hash + url.username + url.password === '';
  if (!plain || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(
      said(
        `--public-url ${maskedUrl(text)}: expected a URL such as https://host/path, without a query, fragment or credentials`,
        `--public-url ${maskedUrl(text)}: очікувано URL на зразок https://host/path, без параметрів запиту, фрагмента й облікових даних`,
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
