import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { redactBody } from '../../contract/redact.js';
import type { Result } from '../../contract/result.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { causeOf } from '../../contract/wire/cause.js';
import { type ZipFile, zipOf } from '../../contract/zip.js';
import { systemClock } from '../../mock-server/system.js';
import { runNames } from '../../reports/folder.js';
import { bundleTexts } from '../bundle/texts.js';
import { languageOf } from '../language.js';
import { packageVersion } from '../package.js';
import { readResult } from './report.js';

export interface BundleCommand {
  /** File of the archive. */
  readonly out: string;
  /** bank.yaml of the run; it is taken along without secrets. */
  readonly config?: string;
  readonly lang?: string;
}

/**
 * `dcm report bundle FOLDER`: one archive of a run for a ticket: its reports, the configuration without secrets, versions
 * and checksums. Returns the exit code.
 */
export async function bundle(folder: string, { out, config, lang }: BundleCommand): Promise<number> {
  const language = languageOf(lang);
  const result = await readResult(join(folder, 'result.json'));
  const files = await reportsIn(folder);
  if (config !== undefined)
    files.push({ name: 'bank.yaml', bytes: Buffer.from(await withoutSecrets(config)) });
  files.push({ name: 'versions.json', bytes: Buffer.from(versionsOf(result)) });
  const texts = bundleTexts[language];
  files.unshift({ name: 'README.txt', bytes: Buffer.from(texts.readme(result, config !== undefined)) });
  const sums = files.map(
    ({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`,
  );
  files.push({ name: 'SHA256SUMS', bytes: Buffer.from(sums.join('')) });
  await write(out, zipOf(files, new Date(systemClock.now())));
  console.log(texts.made(files.length, out));
  return 0;
}

/** What a run has left in its folder. */
async function reportsIn(folder: string): Promise<ZipFile[]> {
  const files: ZipFile[] = [];
  for (const name of runNames) {
    try {
      files.push({ name, bytes: await readFile(join(folder, name)) });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw unreadable(join(folder, name), error);
    }
  }
  return files;
}

/** The file as it is, its variables not replaced, with marks in place of secrets. @throws {UsageError} */
async function withoutSecrets(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw unreadable(file, error);
  });
  try {
    return stringify(redactBody(parse(text)));
  } catch (error) {
    const { message } = error as Error;
    throw new UsageError(said(`${file}: not YAML: ${message}`, `${file}: це не YAML: ${message}`));
  }
}

const versionsOf = ({ verdict, target, seed, started_at, versions }: Result): string =>
  `${JSON.stringify({ verdict, target, seed, started_at, run_with: versions, bundled_with: { dcm: packageVersion() } }, null, 2)}\n`;

const unreadable = (file: string, error: unknown): UsageError =>
  new UsageError(
    said(`${file}: cannot be read: ${causeOf(error)}`, `${file}: файл не читається: ${causeOf(error)}`),
  );

/** Only its owner can read it; nothing is overwritten. @throws {UsageError} */
async function write(file: string, content: Uint8Array): Promise<void> {
  try {
    await writeFile(file, content, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const there = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new UsageError(
      there
        ? said(
            `${file} already exists: name another file with --out`,
            `${file} вже існує: укажіть інший файл: --out`,
          )
        : said(
            `${file}: cannot be written: ${causeOf(error)}`,
            `${file}: не вдається записати: ${causeOf(error)}`,
          ),
    );
  }
}
