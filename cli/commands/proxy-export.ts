import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { httpFile } from '../../bridge/recording/http-file.js';
import { openRecording } from '../../bridge/recording/reader.js';
import { harOf } from '../../contract/har.js';
import type { RecordedExchange } from '../../contract/recording.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { type ZipFile, zipOf } from '../../contract/zip.js';
import { systemClock } from '../../mock-server/system.js';
import { languageOf } from '../language.js';
import { linesOf } from '../logs/lines.js';
import { writePrivate } from '../private-file.js';
import { requireNoRecording } from '../proxy/no-recording.js';
import { proxyWords } from '../proxy/words.js';

export interface ProxyExportCommand {
  readonly har?: string;
  readonly http?: string;
  readonly zip?: string;
  readonly lang?: string;
}

/** `dcm proxy export RECORDING`: writes a recording in the forms that were asked for. */
export async function proxyExport(file: string, options: ProxyExportCommand): Promise<number> {
  const language = languageOf(options.lang);
  const t = proxyWords[language];
  const { har, http, zip } = options;
  if (har === undefined && http === undefined && zip === undefined) throw new UsageError(needed);
  for (const name of [har, http, zip]) if (name !== undefined) await requireNoRecording(name);
  const recording = await openRecording(file);
  const exchanges: RecordedExchange[] = [];
  for await (const exchange of recording.exchanges()) exchanges.push(exchange);
  const { run } = recording;
  const made = {
    har: () => JSON.stringify(harOf({ version: run.versions.dcm, origin: run.upstream }, exchanges)),
    http: () => httpFile(run.upstream, exchanges),
  };
  if (har !== undefined) await writePrivate(har, made.har());
  if (http !== undefined) await writePrivate(http, made.http());
  if (zip !== undefined) {
    const lines = exchanges.map((exchange) => linesOf(exchange, { language, color: false }));
    const files: ZipFile[] = [
      { name: 'recording.har', bytes: Buffer.from(made.har()) },
      { name: 'requests.http', bytes: Buffer.from(made.http()) },
      { name: 'exchanges.txt', bytes: Buffer.from(`${lines.join('\n')}\n`) },
    ];
    for (const part of recording.files) files.unshift({ name: basename(part), bytes: await readFile(part) });
    await writePrivate(zip, zipOf(files, new Date(systemClock.now())));
  }
  const ofBank = exchanges.filter(({ direction }) => direction === 'in').length;
  if (har !== undefined) console.log(t.exported(exchanges.length, har));
  if (http !== undefined) console.log(t.requests(ofBank, http));
  if (zip !== undefined) console.log(t.exported(exchanges.length, zip));
  if (recording.lost > 0) console.log(t.missing(recording.lost));
  return 0;
}

const needed = said(
  'expected --har, --http or --zip, each with the file to write',
  'очікувано --har, --http або --zip, кожен із файлом, який треба записати',
);
