import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { said, UsageError } from '../../contract/texts/said.js';
import { causeOf } from '../../contract/wire/cause.js';
import { bundleOf } from '../bundle/files.js';
import { bundleTexts } from '../bundle/texts.js';
import { languageOf } from '../language.js';
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
  const { zip, count } = await bundleOf({ folder, result, config, language });
  await write(out, zip);
  console.log(bundleTexts[language].made(count, out));
  return 0;
}

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
