import { unlinkSync } from 'node:fs';
import { inspect } from 'node:util';
import { createJudge } from '../../bridge/judge/index.js';
import { startProxy } from '../../bridge/proxy/start.js';
import { createMarks } from '../../bridge/recording/marks.js';
import { createRecorder } from '../../bridge/recording/recorder.js';
import { createRecording } from '../../bridge/recording/writer.js';
import { printableLines } from '../../contract/printable.js';
import type { RecordedExchange } from '../../contract/recording.js';
import type { Language } from '../../contract/texts/language.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { causeOf } from '../../contract/wire/cause.js';
import { systemClock, systemRandom, systemTime } from '../../mock-server/system.js';
import { readTrust } from '../config/files.js';
import type { LoadedConfig } from '../config/load.js';
import { bankUrls } from '../config/urls.js';
import { packageVersion } from '../package.js';
import { configSecretsOf } from '../secrets.js';
import { requireStageHosts } from './hosts.js';
import { proxyWords } from './words.js';

export interface OpenProxy {
  /** Where the bank reaches DCM, and DCM the bank; undefined if such requests are not passed on. */
  readonly forwardUrl: string | undefined;
  readonly reverseUrl: string | undefined;
  /** File of the recording. */
  readonly file: string;
  /** What is printed when it begins, line by line, and when it has ended. */
  readonly lines: readonly string[];
  readonly ended: () => string;
  close(): Promise<void>;
}

export interface OpenProxyOptions {
  /** URL of the stage, without a slash at its end. */
  readonly upstream: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly reversePort: number | undefined;
  /** File of the recording; named after the time by default. */
  readonly record: string | undefined;
  readonly allowHost: readonly string[];
  readonly language: Language;
  /** Told of each exchange as it is recorded, before its client can have the whole response. */
  readonly shown: (exchange: RecordedExchange) => void;
}

/**
 * Stands between the bank of a configuration and a stage, and records and judges what it passes on.
 * @throws {UsageError} for a host that may belong to production, a port that is taken, a recording that exists already
 */
export async function openProxy(loaded: LoadedConfig, options: OpenProxyOptions): Promise<OpenProxy> {
  const { upstream, host, port, reversePort, language } = options;
  const t = proxyWords[language];
  const urls = bankUrls(loaded.config);
  const reverse = reversePort !== undefined;
  requireStageHosts([upstream ?? '', ...(reverse ? Object.values(urls) : [])], options.allowHost);
  const trust = { dcm: await readTrust(loaded, 'dcm'), bank: await readTrust(loaded, 'bank') };
  const secrets = await configSecretsOf(loaded);
  const begun = new Date(systemClock.now()).toISOString();
  const file = options.record ?? `recording-${begun.slice(0, 19).replaceAll(':', '-')}.ndjson`;
  const recording = createRecording(file, {
    run: {
      recording: 1,
      begun,
      upstream: upstream ?? '',
      bank: reverse ? new URL(urls.user_auth_url).origin : '',
      versions: { dcm: packageVersion(), node: process.version },
    },
    failed: (cause) => console.error(t.failed(cause)),
    mended: (lost) => console.error(t.mended(lost)),
  });
  const recorder = createRecorder({
    mark: createMarks(systemRandom(32)),
    secrets,
    judge: createJudge(),
    write: recording.write,
    shown: options.shown,
  });
  const running = await startProxy({
    ...(upstream !== undefined && { forward: { host, port, upstream, trust: trust.dcm } }),
    ...(reverse && { reverse: { host, port: reversePort, urls, trust: trust.bank } }),
    wallClock: systemClock,
    now: systemTime.now,
    record: recorder.ask,
    report: (error) => console.error(printableLines(t.notRecorded(inspect(error)))),
  }).catch((error: NodeJS.ErrnoException & { port?: number }) => {
    recording.close();
    // It has no exchange, and would be in the way of the next try.
    unlinkSync(file);
    if (error.syscall !== 'listen') throw error;
    throw new UsageError(
      cannotListen(error.port === undefined ? host : `${host}:${error.port}`, causeOf(error)),
    );
  });
  const { forwardUrl, reverseUrl } = running;
  return {
    forwardUrl,
    reverseUrl,
    lines: [
      t.between,
      '',
      ...(forwardUrl === undefined ? [] : [t.forward(forwardUrl, upstream ?? '')]),
      ...(reverseUrl === undefined ? [] : [t.reverse(reverseUrl, urls.user_auth_url)]),
      t.record(file),
      ...(['dcm', 'bank'] as const).filter((side) => trust[side].insecure).map(t.insecure),
    ],
    file,
    ended() {
      const { written, lost } = recording.counts();
      return [t.ended(written, file), ...(lost > 0 ? [t.missing(lost)] : [])].join('\n');
    },
    async close() {
      await running.close();
      recording.close();
    },
  };
}

const cannotListen = (place: string, cause: string) =>
  said(
    `cannot listen on ${place}: ${cause}; choose another --host, or another --port or --reverse, 0 for any free one`,
    `неможливо слухати на ${place}: ${cause}; укажіть інший --host, або інший --port чи --reverse (0 — будь-який вільний)`,
  );
