import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { redactBody } from '../../contract/redact.js';
import type { Result } from '../../contract/result.js';
import type { Language } from '../../contract/texts/language.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { causeOf } from '../../contract/wire/cause.js';
import { type ZipFile, zipOf } from '../../contract/zip.js';
import { systemClock } from '../../mock-server/system.js';
import { runNames } from '../../reports/folder.js';
import { packageVersion } from '../package.js';
import { bundleTexts } from './texts.js';

export interface BundleParts {
  /** The folder of the reports. */
  readonly folder: string;
  readonly result: Result;
  /** bank.yaml of the run; it is taken along without secrets. */
  readonly config: string | undefined;
  readonly language: Language;
}

/** One archive of a run: its reports, the configuration without secrets, versions and checksums. @throws {UsageError} */
export async function bundleOf({ folder, result, config, language }: BundleParts) {
  const files = await reportsIn(folder);
  if (config !== undefined)
    files.push({ name: 'bank.yaml', bytes: Buffer.from(await withoutSecrets(config)) });
  files.push({ name: 'versions.json', bytes: Buffer.from(versionsOf(result)) });
  const readme = bundleTexts[language].readme(result, config !== undefined);
  files.unshift({ name: 'README.txt', bytes: Buffer.from(readme) });
  const sums = files.map(
    ({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`,
  );
  files.push({ name: 'SHA256SUMS', bytes: Buffer.from(sums.join('')) });
  return { zip: zipOf(files, new Date(systemClock.now())), count: files.length };
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
