import { join } from 'node:path';
import { said } from '../../contract/texts/said.js';
import { bundleOf } from '../bundle/files.js';
import { bundleTexts } from '../bundle/texts.js';
import { languageOf } from '../language.js';
import { writePrivate } from '../private-file.js';
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
  const kept = said(
    `${out} already exists: name another file with --out`,
    `${out} вже існує: укажіть інший файл: --out`,
  );
  await writePrivate(out, zip, { kept });
  console.log(bundleTexts[language].made(count, out));
  return 0;
}
