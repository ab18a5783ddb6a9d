import { unlinkSync } from 'node:fs';
import { inspect } from 'node:util';
import { createJudge } from '../../bridge/judge/index.js';
import { startProxy } from '../../bridge/proxy/start.js';
import { createMarks } from '../../bridge/recording/marks.js';
import { createRecorder } from '../../bridge/recording/recorder.js';
import { createRecording } from '../../bridge/recording/writer.js';
import { printableLines } from '../../contract/printable.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { causeOf } from '../../contract/wire/cause.js';
import { withoutSlash } from '../../contract/without-slash.js';
import { systemClock, systemRandom, systemTime } from '../../mock-server/system.js';
import { readTrust } from '../config/files.js';
import { loadConfig } from '../config/load.js';
import { bankUrls } from '../config/urls.js';
import { stopSignal, whenCutShort } from '../end/early.js';
import { languageOf } from '../language.js';
import { packageVersion } from '../package.js';
import { portOf } from '../port.js';
import { requireStageHosts } from '../proxy/hosts.js';
import { linesOf } from '../proxy/lines.js';
import { proxyWords } from '../proxy/words.js';
import { configSecretsOf } from '../secrets.js';

export interface ProxyCommand {
  readonly upstream?: string;
  readonly config?: string;
  readonly port: string;
  readonly host: string;
  readonly reverse?: string;
  readonly record?: string;
  readonly allowHost: readonly string[];
  readonly json?: boolean;
  readonly lang?: string;
}

/** `dcm proxy`: passes requests on, and records and judges them, until it is stopped. */
export async function proxy(options: ProxyCommand): Promise<number> {
  const language = languageOf(options.lang);
  const t = proxyWords[language];
  const { upstream, config: file, reverse } = options;
  if (file === undefined || (upstream === undefined && reverse === undefined)) throw new UsageError(needed);
  const stage = upstream === undefined ? undefined : upstreamOf(upstream);
  const port = portOf('--port', options.port);
  const back = reverse === undefined ? undefined : portOf('--reverse', reverse);
  const loaded = await loadConfig(file);
  const urls = bankUrls(loaded.config);
  requireStageHosts([stage ?? '', ...(back === undefined ? [] : Object.values(urls))], options.allowHost);
  const trust = { dcm: await readTrust(loaded, 'dcm'), bank: await readTrust(loaded, 'bank') };
  const secrets = await configSecretsOf(loaded);
  const begun = new Date(systemClock.now()).toISOString();
  const record = options.record ?? `recording-${begun.slice(0, 19).replaceAll(':', '-')}.ndjson`;
  const how = { language, color: process.stdout.isTTY === true && process.env.NO_COLOR === undefined };
  const stopped = stopSignal();

  const recording = createRecording(record, {
    run: {
      recording: 1,
      begun,
      upstream: stage ?? '',
      bank: back === undefined ? '' : new URL(urls.user_auth_url).origin,
      versions: { dcm: packageVersion(), node: process.version },
    },
    failed: (cause) => console.error(t.failed(cause)),
    mended: (lost) => console.error(t.mended(lost)),
  });
  let count = 0;
  const recorder = createRecorder({
    mark: createMarks(systemRandom(32)),
    secrets,
    judge: createJudge(),
    write: recording.write,
    shown(exchange) {
      count += 1;
      // After the response: the terminal may be slow.
      setImmediate(() => console.log(options.json ? JSON.stringify(exchange) : linesOf(exchange, how)));
    },
  });
  const running = await startProxy({
    ...(stage !== undefined && { forward: { host: options.host, port, upstream: stage, trust: trust.dcm } }),
    ...(back !== undefined && { reverse: { host: options.host, port: back, urls, trust: trust.bank } }),
    wallClock: systemClock,
    now: systemTime.now,
    record: recorder.record,
    report: (error) => console.error(printableLines(t.notRecorded(inspect(error)))),
  }).catch((error: NodeJS.ErrnoException & { port?: number }) => {
    recording.close();
    // It has no exchange, and would be in the way of the next try.
    unlinkSync(record);
    if (error.syscall !== 'listen') throw error;
    throw new UsageError(cannotListen(`${options.host}:${error.port}`, causeOf(error)));
  });
  const past = whenCutShort({ close: running.close });
  const facts = { url: running.forwardUrl, reverse_url: running.reverseUrl, recording: record };
  const banner = [
    t.between,
    '',
    ...(running.forwardUrl === undefined ? [] : [t.forward(running.forwardUrl, stage ?? '')]),
    ...(running.reverseUrl === undefined ? [] : [t.reverse(running.reverseUrl, urls.user_auth_url)]),
    t.record(record),
    ...(['dcm', 'bank'] as const).filter((side) => trust[side].insecure).map(t.insecure),
    '',
    t.stop,
  ];
  console.log(options.json ? JSON.stringify(facts) : banner.join('\n'));
  await stopped;
  await running.close();
  recording.close();
  past();
  if (!options.json) console.log(t.ended(count, record));
  return 0;
}

const cannotListen = (place: string, cause: string) =>
  said(
    `cannot listen on ${place}: ${cause}; choose another --port or --reverse, or 0 for any free one`,
    `неможливо слухати на ${place}: ${cause}; укажіть інший --port чи --reverse або 0, щоб узяти будь-який вільний`,
  );

const needed = said(
  'expected --config, and --upstream or --reverse or both, e.g. dcm proxy --upstream https://api-bank1-integrate.example --config bank.yaml',
  'очікувано --config, а також --upstream чи --reverse або обидва, наприклад dcm proxy --upstream https://api-bank1-integrate.example --config bank.yaml',
);

/** @throws {UsageError} */
function upstreamOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url && url.search + url.hash + url.username + url.password === '';
  if (plain && /^https?:$/.test(url.protocol)) return withoutSlash(url.href);
  throw new UsageError(
    said(
      `--upstream ${text}: expected a URL such as https://api-bank1-integrate.example, without a query, fragment or credentials`,
      `--upstream ${text}: очікувано URL на зразок https://api-bank1-integrate.example, без параметрів запиту, фрагмента й облікових даних`,
    ),
  );
}
