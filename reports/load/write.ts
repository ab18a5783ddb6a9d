import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadResult } from '../../contract/load.js';
import type { Language } from '../../contract/texts/language.js';
import { explain, type loadNames, temporary } from '../folder.js';
import { loadPage } from './page.js';

/**
 * Writes load.json and load.html, at once, so that a process that is about to end can do it as well.
 *
 * @throws ReportFolderError
 */
export function writeLoad(result: LoadResult, dir: string, language: Language): void {
  const texts: Readonly<Record<(typeof loadNames)[number], string>> = {
    'load.json': `${JSON.stringify(result, null, 2)}\n`,
    'load.html': loadPage(result, language),
  };
  try {
    mkdirSync(dir, { recursive: true });
    for (const [name, text] of Object.entries(texts)) writeFileSync(temporary(dir, name), text);
    for (const name of Object.keys(texts)) renameSync(temporary(dir, name), join(dir, name));
  } catch (cause) {
    for (const name of Object.keys(texts)) rmSync(temporary(dir, name), { force: true });
    throw explain(dir, cause);
  }
}
